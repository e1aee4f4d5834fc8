import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonValue } from '../../../core/base/json.ts';
import { parseYaml } from './parse.ts';
import { printYaml } from './print.ts';
import { readValue } from './value.ts';

const readAgain = (value: JsonValue): JsonValue => {
  const parsed = parseYaml(printYaml(value));
  assert.deepEqual(parsed.problems, [], printYaml(value));
  return readValue(parsed.root).value;
};

describe('printing YAML', () => {
  it('looks as a person would write it', () => {
    assert.equal(
      printYaml({ kind: 'Scenario', events: [{ at: '10s', do: 'deletePod', pod: { node: 'worker-1' } }] }),
      'kind: Scenario\nevents:\n  - at: 10s\n    do: deletePod\n    pod:\n      node: worker-1\n',
    );
  });

  for (const text of [
    'yes',
    'NO',
    'on',
    '~',
    'null',
    '1',
    '1e3',
    '0x1F',
    '0b1',
    '1_000',
    '12:30',
    '.5',
    '.inf',
    '2026-11-24',
    '',
    ' a',
    'a: b',
    '#',
    '- x',
    "it's",
    '"',
    '한글',
    '=',
    '\t',
    'a\nb\n',
  ]) {
    it(`keeps the text ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readAgain({ key: text, [text || 'empty']: 1 }), { key: text, [text || 'empty']: 1 }));
  }

  it('keeps any value', () => {
    const scalar = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
    const value = fc.letrec<{ value: JsonValue }>(tie => ({
      value: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, given => {
        fc.pre(JSON.stringify(given).search(/\\u00|\\u[dD][89a-fA-F]|[\u0080-\u009f\ufffe\uffff]/) === -1);
        assert.deepEqual(JSON.stringify(readAgain({ given })), JSON.stringify({ given }));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
