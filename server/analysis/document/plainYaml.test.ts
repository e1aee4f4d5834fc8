import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseObjects } from './objects.ts';
import { parseYaml } from './parse.ts';
import { readPlainYaml } from './plainYaml.ts';
import { splitDocuments } from './split.ts';
import { readValue } from './value.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const examples = fs
  .readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.yaml'))
  .flatMap(file => splitDocuments(fs.readFileSync(path.join(root, 'examples', file), 'utf8')).map(chunk => chunk.text));

/** Whatever is read plainly reads the same by the general parser. Gives whether it was. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!('value' in plain)) return false;
  const parsed = parseYaml(text);
  const read = readValue(parsed.root);
  const problems = [...parsed.problems, ...read.problems.filter(problem => problem.kind !== 'duplicate-key')];
  assert.deepEqual({ value: plain.value, problems: [], text }, { value: read.value, problems, text });
  return true;
}

const value = (text: string): unknown => {
  const plain = readPlainYaml(text);
  return 'value' in plain ? plain.value : `stopped at ${plain.stoppedAt}`;
};

describe('plainly written YAML', () => {
  it('means what the general parser says of it, and the examples are plain', () => {
    const plain = examples.filter(agrees).length;
    assert.ok(plain >= examples.length * 0.9, `${plain} of ${examples.length}`);
  });

  it('holds what kubectl prints', () => {
    assert.deepEqual(
      value(
        '---\napiVersion: v1\nitems:\n- a: 1\n  "b": \'it\'\'s\'\n  c:\n  - x\n  - - z\n    - ""\n  # a remark\n  d: {}\n- |-\n  # no remark\n\n    two\n- e: |\n    text\n\n  f: # nothing\n  g.h/i: yes # true\nkind: List\n',
      ),
      {
        apiVersion: 'v1',
        items: [{ a: 1, b: "it's", c: ['x', ['z', '']], d: {} }, '# no remark\n\n  two', { e: 'text\n', f: null, 'g.h/i': true }],
        kind: 'List',
      },
    );
  });

  it('asks the general parser for a value that is written otherwise', () => {
    assert.deepEqual(value('a: [1, {b: 2}]\nc: >-\n  one\n  two\nd: "\\u0041"\ne: one\n  two\nf: 1\n'), {
      a: [1, { b: 2 }],
      c: 'one two',
      d: 'A',
      e: 'one two',
      f: 1,
    });
  });

  it('says where it stops being plain', () => {
    assert.equal(value('a: 1\nb: &x 2\nc: *x\n'), 'stopped at 2');
    assert.equal(value('a: 1\n<<: {}\n'), 'stopped at 1');
    assert.equal(value('a:\n    b: 1\n  c: 2\n'), 'stopped at 2');
    assert.equal(value('a: 1\n\tb: 2\n'), 'stopped at 0');
    assert.equal(value(`${'- '.repeat(300)}a\n`), 'stopped at 0');
  });

  it('is never taken for something else, whatever is written', () => {
    const pieces = fc.constantFrom(
      ...[
        'a: ',
        '- ',
        '  ',
        '    ',
        '\n',
        '\n  ',
        '\n    ',
        '\n- ',
        ':',
        '#',
        ' # x',
        '"',
        "'",
        '|',
        '|-\n',
        '>',
        '{}',
        '[]',
        '{',
        ']',
        ',',
        '&a ',
        '*a',
      ],
      ...[
        '!!int ',
        '<<: ',
        '? ',
        '-',
        '1',
        '010',
        'yes',
        '~',
        '1e3',
        'b',
        'k:{"c":1}:',
        '---\n',
        '...\n',
        '\\n',
        '\t',
        'é',
        '\u00a0',
        '"a": ',
        "'b c': ",
        'x',
      ],
    );
    const runs = Number(process.env.FUZZ_RUNS ?? 4_000);
    let plain = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), parts => {
        // Document markers split a file before it is read.
        for (const chunk of splitDocuments(parts.join(''))) if (agrees(chunk.text)) plain++;
      }),
      { numRuns: runs, seed: 1 },
    );
    assert.ok(plain > runs / 20, `only ${plain} were plain`);
  });

  it('is read where an example is changed a little', () => {
    const change = fc.record({
      text: fc.constantFrom(...examples),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      put: fc.constantFrom(' ', '  ', '\n', '#', '"', ':', '- ', 'x', ''),
    });
    fc.assert(
      fc.property(change, ({ text, at, put }) => {
        const place = Math.floor(at * text.length);
        agrees(text.slice(0, place) + put + text.slice(put === '' ? place + 1 : place));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150), seed: 1 },
    );
  });

  it('is asked for where a long list is unusual', () => {
    const { problem } = parseObjects(`kind: List\nitems:\n${`- {a: "${'x'.repeat(60_000)}"}\n`.repeat(30)}- *b\n`);
    assert.match(problem?.message ?? '', /not written as kubectl prints it.*-o json/);
    assert.equal(problem?.position.line, 32);
  });
});
