import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ruleNames } from '../diagnostics/judged.ts';
import { ruleDocument } from './ruleDocument.ts';
import { rules } from './rules.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const folder = path.join(root, 'server', 'analysis', 'rules');
const file = path.join(root, 'docs', 'rules.md');
const documents = '../server/analysis/rules';

/** The first paragraph of a rule's document. */
function summary(name: string): string {
  const [, paragraph = ''] = fs.readFileSync(path.join(folder, `${name}.md`), 'utf8').split('\n\n');
  return paragraph.replace(/\s+/g, ' ').trim();
}

function table(): string {
  const rows = rules.map(
    rule => `| [${rule.name}](${documents}/${rule.name}.md) | ${rule.category} | ${rule.level} | ${summary(rule.name)} |`,
  );
  const refused = [...new Set([...Object.values(ruleNames), 'retired-api-version', 'unknown-kind'])].sort();
  return `# Rules

This table is written by a test; the documents it leads to are written by hand, and their examples are tests. In the editor the code of a diagnostic links to
its document (a document of the scheme \`daemonscope-rule\`), in SARIF it is the rule's help.

Each rule can be set to \`off\`, \`hint\`, \`warning\` or \`error\` in the setting \`daemonscope.rules\`, for a folder under \`rules\` in its
\`.daemonscope.yaml\`, and on the command line with \`--rule NAME=LEVEL\`; it is silenced for one line by a comment above it: \`# daemonscope-ignore NAME\`. Rules of hygiene are off unless \`daemonscope.hygiene.enable\` is on.

| rule | kind | level | what it is about |
|---|---|---|---|
${rows.join('\n')}

What the API server refuses is an error under one of these names: ${refused.map(name => `\`${name}\``).join(', ')}; what it takes with a warning is
\`api-warning\`. \`yaml-syntax\` cannot be silenced.
`;
}

/** A rule's document as people read it: without the lines that only tell the test how to read an example. */
function documentOf(name: string): string {
  return fs
    .readFileSync(path.join(folder, `${name}.md`), 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(/^#!.*\n/gm, '')
    .trim();
}

/** What hover, links and the command show of a rule: there are no files beside the bundles. */
function texts(): string {
  const entries = rules.map(rule => `  ${JSON.stringify(rule.name)}: ${JSON.stringify(documentOf(rule.name))},`);
  return `// Written by rulesTable.test.ts from the rules' documents.

/** Each rule's document, as Markdown. */
export const ruleTexts: Readonly<Record<string, string>> = {
${entries.join('\n')}
};
`;
}

function heal(target: string, wanted: string): void {
  const written = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  if (written !== wanted) fs.writeFileSync(target, wanted);
  assert.equal(written, wanted);
}

describe('the table of rules', () => {
  it('lists every rule (it has been written anew when this fails: look at it and commit it)', () => {
    heal(file, table());
  });
  it('is what hover and links show of a rule', () => {
    heal(path.join(folder, 'generated', 'ruleTexts.ts'), texts());
  });
  it('has words for every name that a finding can have', () => {
    for (const name of [
      ...Object.values(ruleNames),
      ...rules.map(rule => rule.name),
      'yaml-syntax',
      'api-warning',
      'idle-suppression',
      'retired-api-version',
      'scenario',
    ])
      assert.match(ruleDocument(name) ?? '', new RegExp(`^# ${name}\n\n\\S`), name);
    assert.equal(ruleDocument('constructor'), null);
  });
  it('has a document for each rule, and no document for none', () => {
    const written = fs.readdirSync(folder).filter(name => name.endsWith('.md'));
    assert.deepEqual(written.sort(), rules.map(rule => `${rule.name}.md`).sort());
  });
});
