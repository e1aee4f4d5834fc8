import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { complete } from '../completion/complete.ts';
import { hoverAt } from '../hover/hover.ts';
import { reportOn } from '../report.ts';
import { defaultAnalysisSettings } from '../settings.ts';
import { parseObjects } from './objects.ts';
import { parseYaml } from './parse.ts';
import { splitDocuments } from './split.ts';
import { readValue } from './value.ts';

const recordings = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'test', 'fixtures', 'yaml');

interface Recorded {
  readonly yaml: string;
  readonly json?: string;
  readonly error?: string;
  readonly strictError?: string;
}

function recorded(file: string): Recorded[] {
  return JSON.parse(fs.readFileSync(path.join(recordings, file), 'utf8')) as Recorded[];
}

describe('YAML as Kubernetes reads it', () => {
  for (const row of recorded('yaml-documents.json')) it(JSON.stringify(row.yaml), () => replay(row.yaml, row));
  for (const row of recorded('yaml-scalars.json')) {
    const json = row.json === undefined ? {} : { json: `{"k":${row.json}}` };
    it(`scalar ${JSON.stringify(row.yaml)}`, () => replay(`k: ${row.yaml}\n`, { ...row, ...json }));
  }
});

/** Recorded bytes that a JavaScript string cannot hold: VS Code has replaced them before we see them. */
function isNoText(row: Recorded): boolean {
  return row.error?.includes('UTF-8 octet') === true;
}

function replay(text: string, row: Recorded): void {
  if (isNoText(row)) return;
  const parsed = parseYaml(text);
  const read = readValue(parsed.root);
  const problems = [...parsed.problems, ...read.problems];
  const refused = problems.filter(problem => !('kind' in problem) || problem.kind !== 'duplicate-key').length > 0;
  assert.equal(refused, row.error !== undefined, problems.map(problem => problem.message).join('; '));
  // kubectl resolves merge keys before the strict decoder sees them, so a key set over a merged one is fine.
  if (row.strictError !== undefined && !text.includes('<<')) assert.ok(problems.length > 0, 'strict decoding refuses it');
  if (row.json !== undefined) assert.deepEqual(read.value, JSON.parse(row.json));
}

describe('splitDocuments', () => {
  it('cuts at markers and keeps every character', () => {
    const text = 'a: 1\n---\nb: |\n  --- x\n--- c\n...\n# d\n---\r\ne: 1';
    const chunks = splitDocuments(text);
    assert.deepEqual(
      chunks.map(chunk => [chunk.startLine, chunk.text]),
      [
        [0, 'a: 1\n'],
        [1, '---\nb: |\n  --- x\n'],
        [4, '--- c\n...\n'],
        [6, '# d\n'],
        [7, '---\r\ne: 1'],
      ],
    );
  });
  it('has one empty document for an empty file', () => {
    assert.deepEqual(splitDocuments(''), [{ start: 0, startLine: 0, text: '' }]);
  });
});

describe('parseObjects', () => {
  it('takes lists apart and goes on after a broken document', () => {
    const parsed = parseObjects('kind: List\nitems:\n- a: 1\n- b: 2\n---\na: [\n---\n# nothing\n---\nc: 3\n');
    assert.deepEqual(parsed.objects, [{ a: 1 }, { b: 2 }, { c: 3 }]);
    assert.equal(parsed.problem?.position.line, 5);
  });
  it('keeps a key called __proto__ an ordinary key', () => {
    const [object] = parseObjects('__proto__: {a: 1}').objects;
    assert.deepEqual(Object.keys(object as object), ['__proto__']);
    assert.equal(({} as { a?: number }).a, undefined);
  });
});

describe('bad input ends, however a feature looks at it', () => {
  const head = 'apiVersion: apps/v1\nkind: DaemonSet\n';
  const texts: [string, string][] = [
    ['a bracket opened on every line', `${head}${'a: [\n'.repeat(3000)}`],
    ['a quote opened on every line', `${head}${'a: "\n'.repeat(3001)}`],
    ['braces without end', `${head}${'{{'.repeat(30_000)}`],
    ['actions without end on one line', `${head}a: ${'{{ x }}'.repeat(5000)}\n`],
    ['blanks', `${head}${' '.repeat(100_000)}\n`],
    ['one long key', `${head}${'a'.repeat(100_000)}\n`],
    ['dashes', `${head}a:\n${'- '.repeat(10_000)}\n`],
    ['comments', `${head}${'# daemonscope-ignore x\n'.repeat(3000)}`],
  ];
  for (const [name, text] of texts) {
    it(name, () => {
      for (const template of [false, true]) {
        const mode = { template, patch: false };
        reportOn(text, mode, defaultAnalysisSettings);
        complete(text, text.length - 2, mode, defaultAnalysisSettings);
        complete(text, head.length + 2, mode, defaultAnalysisSettings);
        hoverAt(text, head.length + 2, mode, null);
      }
    });
  }
});

describe('bad input ends', () => {
  const bombs: [string, string][] = [
    [
      'alias bomb',
      [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`)}]`),
      ].join('\n'),
    ],
    ['cyclic alias', 'a: &a [*a]'],
    ['deep flow', `a: ${'['.repeat(10000)}`],
    ['deep block', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['deep dashes', '- '.repeat(10000)],
    ['binary', 'kind: \u0000\u0001\u0002'],
    ['a 5 MB line', `a: ${'x '.repeat(2_500_000)}`],
  ];
  for (const [name, text] of bombs) {
    it(name, () => {
      const parsed = parseYaml(text);
      const problems = [...parsed.problems, ...readValue(parsed.root).problems];
      assert.ok(problems.length > 0);
      for (const problem of problems) assert.ok(problem.span.start >= 0 && problem.span.end <= text.length);
    });
  }
});
