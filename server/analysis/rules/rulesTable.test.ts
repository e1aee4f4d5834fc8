import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ruleNames } from '../diagnostics/judged.ts';
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

This table is written by a test; the documents it leads to are written by hand, and their examples are tests.

Each rule can be set to \`off\`, \`hint\`, \`warning\` or \`error\` in the setting \`daemonscope.rules\`, for a folder under \`rules\` in its
\`.daemonscope.yaml\`, and on the command line with \`--rule NAME=LEVEL\`; it is silenced for one line by a comment above it: \`# daemonscope-ignore NAME\`. Rules of hygiene are off unless \`daemonscope.hygiene.enable\` is on.

| rule | kind | level | what it is about |
|---|---|---|---|
${rows.join('\n')}

What the API server refuses is an error under one of these names: ${refused.map(name => `\`${name}\``).join(', ')}; what it takes with a warning is
\`api-warning\`. \`yaml-syntax\` cannot be silenced.
`;
}

/** What the hover shows of a rule: the documents themselves are not in the bundles. */
function texts(): string {
  const entries = rules.map(rule => `  ${JSON.stringify(rule.name)}: ${JSON.stringify(summary(rule.name))},`);
  return `// Written by rulesTable.test.ts from the rules' documents.

/** The first paragraph of each rule's document, as Markdown. */
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
  it('is what the hover says of a rule', () => {
    heal(path.join(folder, 'generated', 'ruleTexts.ts'), texts());
  });
  it('has a document for each rule, and no document for none', () => {
    const written = fs.readdirSync(folder).filter(name => name.endsWith('.md'));
    assert.deepEqual(written.sort(), rules.map(rule => `${rule.name}.md`).sort());
  });
});
