import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../../core/base/json.ts';
import { readNode } from '../../../core/kubernetes/objects/readNode.ts';
import { isKubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { builtInClusters } from '../../../core/simulation/clusters/clusters.ts';
import { differences, type Found, readAnnotated } from '../../../test/kit/annotatedYaml.ts';
import { codeActionsIn } from '../codeActions.ts';
import { parseObjects } from '../document/objects.ts';
import { splitDocuments } from '../document/split.ts';
import { reportOn } from '../report.ts';
import { rules } from '../rules/rules.ts';
import { type AnalysisSettings, defaultAnalysisSettings, type FileMode, nothingAround, plainFile, type Surroundings } from '../settings.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const fixtures = path.join(root, 'test', 'fixtures', 'diagnostics');
const ruleFolder = path.join(root, 'server', 'analysis', 'rules');

/** The settings and the mode that a fixture's `#!` line asks for. A rule that only hints at what most manifests lack is off unless asked for. */
function readOptions(options: readonly string[]): { settings: AnalysisSettings; mode: FileMode } {
  const version = options.find(isKubernetesVersion);
  const shown = options.includes('all-hints');
  return {
    settings: {
      kubernetesVersion: version ?? defaultAnalysisSettings.kubernetesVersion,
      hygiene: options.includes('hygiene'),
      around: nothingAround,
      rules: new Map(shown ? [] : [['no-readiness-probe', 'off']]),
    },
    mode: { template: options.includes('template'), patch: options.includes('patch') },
  };
}

function findIn(text: string, settings: AnalysisSettings, mode: FileMode): Found[] {
  return splitDocuments(text).flatMap(chunk =>
    reportOn(chunk.text, mode, settings).problems.map(({ range, severity, rule, message }) => ({
      severity,
      rule,
      message,
      range: {
        start: { line: range.start.line + chunk.startLine, character: range.start.character },
        end: { line: range.end.line + chunk.startLine, character: range.end.character },
      },
    })),
  );
}

describe('diagnostics', () => {
  for (const file of fs.readdirSync(fixtures)) {
    it(file, () => {
      const annotated = readAnnotated(fs.readFileSync(path.join(fixtures, file), 'utf8').replaceAll('\\t', '\t'));
      const { settings, mode } = readOptions(annotated.options);
      assert.deepEqual(differences(annotated.expected, findIn(annotated.text, settings, mode)), []);
    });
  }
});

describe('a DaemonSet with thousands of mistakes', () => {
  const manifest = (lines: readonly string[]): string =>
    [
      'apiVersion: apps/v1',
      'kind: DaemonSet',
      'metadata: {name: agent}',
      'spec:',
      '  selector: {matchLabels: {app: agent}}',
      '  template:',
      '    metadata: {labels: {app: agent}}',
      '    spec:',
      '      containers: [{name: agent, image: "agent:1"}]',
      ...lines,
    ].join('\n');
  const found = (lines: readonly string[]): Found[] =>
    findIn(manifest(lines), { ...defaultAnalysisSettings, rules: new Map([['no-readiness-probe', 'off']]) }, plainFile);

  it('is told the first 500 of them, and that there are more', () => {
    const many = found(Array.from({ length: 3_000 }, (_, i) => `      odd${i}: 1`));
    assert.equal(many.length, 501);
    assert.equal(many[0]?.message, 'The DaemonSet agent has more than 500 mistakes: only these are told.');
    assert.equal(found(Array.from({ length: 500 }, (_, i) => `      odd${i}: 1`)).length, 500);
  });

  it('finds fields whose names every JavaScript object has', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const text = `${names.map(name => `${name}: {x: 1}\n`).join('')}${manifest([])}`;
    const told = findIn(text, { ...defaultAnalysisSettings, rules: new Map([['no-readiness-probe', 'off']]) }, plainFile).map(
      one => one.message,
    );
    assert.deepEqual(
      told,
      names.map(name => `Unknown field "${name}": a DaemonSet has no such field.`),
    );
  });
});

describe('DaemonSets in the shapes of a survey', () => {
  const text = readAnnotated(fs.readFileSync(path.join(fixtures, 'survey-shapes.yaml'), 'utf8')).text;
  for (const [name, written] of [
    ['with CRLF and a BOM', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['in Kubernetes 1.37', text],
  ] as const) {
    it(`hold no error ${name}`, () => {
      const errors = findIn(written, { ...defaultAnalysisSettings, kubernetesVersion: '1.37' }, plainFile).filter(
        one => one.severity === 'error',
      );
      assert.deepEqual(errors, []);
      assert.equal(
        splitDocuments(written).flatMap(chunk => reportOn(chunk.text, plainFile, defaultAnalysisSettings).daemonSets).length,
        20,
      );
    });
  }
});

describe('rules', () => {
  for (const rule of rules) {
    it(`${rule.name} does what its document says`, () => {
      const document = fs.readFileSync(path.join(ruleFolder, `${rule.name}.md`), 'utf8');
      assert.ok(document.startsWith(`# ${rule.name}\n`), 'the title is the name');
      const examples = [...document.matchAll(/```yaml\n([\s\S]*?)```/g)].map(match => match[1] ?? '');
      assert.ok(examples.length >= 2, 'at least one example that is wrong and one that is right');
      const first = examples[0] ?? '';
      const expected = examples.map(example => checkExample(example, rule.name, first));
      assert.ok(expected.some(count => count > 0) && expected.some(count => count === 0), 'one wrong, one right');
    });
  }
});

/** What is around an example: `#! cluster` the nodes of the tutorial, `#! edit` the document's first example as what runs now. */
function surroundings(options: readonly string[], first: string): Surroundings {
  const nodes = builtInClusters[0]?.make().nodes.map(node => readNode(node));
  const baseline = parseObjects(readAnnotated(first).text).objects[0] as JsonObject;
  return {
    nodes: options.includes('cluster') ? (nodes ?? []).flatMap(read => (read.ok ? [read.value] : [])) : null,
    cluster: options.includes('cluster') ? (builtInClusters[0]?.make() ?? null) : null,
    baselines: options.includes('edit') ? new Map([['default/agent', baseline]]) : new Map(),
  };
}

/** In an example nothing else may be wrong than what its rule is about. Every mend it is offered has to mend it. */
function checkExample(example: string, rule: string, first: string): number {
  const annotated = readAnnotated(example);
  const settings: AnalysisSettings = {
    ...defaultAnalysisSettings,
    around: surroundings(annotated.options, first),
    rules: new Map(rules.map(one => [one.name, one.name === rule ? one.level : 'off'])),
  };
  const mode = { template: false, patch: false };
  assert.deepEqual(differences(annotated.expected, findIn(annotated.text, settings, mode)), [], annotated.text);
  const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  for (const action of codeActionsIn(annotated.text, whole, mode, settings)) {
    const lines = annotated.text.split('\n');
    const offset = (at: { line: number; character: number }): number =>
      lines.slice(0, at.line).join('\n').length + (at.line > 0 ? 1 : 0) + at.character;
    const [edit] = action.edits;
    assert.ok(edit);
    const mended = annotated.text.slice(0, offset(edit.range.start)) + edit.newText + annotated.text.slice(offset(edit.range.end));
    const left = findIn(mended, settings, mode).length;
    assert.equal(left, annotated.expected.length - 1, `${action.title}:\n${mended}`);
  }
  return annotated.expected.length;
}
