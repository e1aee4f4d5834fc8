import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson, type JsonObject } from '../core/base/json.ts';
import { yamlDocument } from '../core/presentation/yamlDocument.ts';
import { readValue } from '../server/analysis/document/value.ts';
import { readYamlDocument } from '../server/analysis/document/yamlDocument.ts';

function readBack(text: string): string {
  const { root } = readYamlDocument(text, { template: false });
  const { value, problems } = readValue(root);
  assert.deepEqual(problems, [], text);
  return canonicalJson(value);
}

describe('objects written as YAML', () => {
  it('read as a person would write them', () => {
    const object = {
      kind: 'Scenario',
      empty: {},
      events: [{ at: '0s', do: 'cordon', node: 'a' }, 'x', ['y']],
      labels: { 'a.b/c': 'true' },
    };
    assert.equal(
      yamlDocument(object),
      `kind: Scenario
empty: {}
events:
  - { at: "0s", do: cordon, node: a }
  - x
  - ["y"]
labels: { a.b/c: "true" }
`,
    );
  });

  it('say the same when they are read, whatever they hold', () => {
    const json = fc.dictionary(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 });
    fc.assert(
      fc.property(json, object => {
        const clean = JSON.parse(JSON.stringify(object)) as JsonObject;
        assert.equal(readBack(yamlDocument(clean)), canonicalJson(clean));
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});
