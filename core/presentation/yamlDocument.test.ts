import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseObjects } from '../../server/analysis/document/objects.ts';
import type { JsonObject } from '../base/json.ts';
import { yamlDocument } from './yamlDocument.ts';

describe('a YAML document', () => {
  it('is written as people write it', () => {
    const events = [
      { at: '10s', do: 'nodeDown', node: 'worker-1' },
      { at: '1m', do: 'apply', manifest: { kind: 'DaemonSet', spec: { a: [] } } },
    ];
    assert.equal(
      yamlDocument({ apiVersion: 'daemonscope.dev/v1alpha1', seed: 3, text: 'yes', events, empty: {} }),
      `apiVersion: daemonscope.dev/v1alpha1
seed: 3
text: "yes"
events:
  - { at: "10s", do: nodeDown, node: worker-1 }
  - at: 1m
    do: apply
    manifest:
      kind: DaemonSet
      spec: { a: [] }
empty: {}
`,
    );
  });

  it('reads as it was', () => {
    const json = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ noUnicodeString: false }), { minKeys: 1, maxKeys: 6 });
    fc.assert(
      fc.property(json, value => {
        const plain = JSON.parse(JSON.stringify(value)) as JsonObject;
        const { objects, problem } = parseObjects(yamlDocument({ kind: 'Scenario', value: plain }));
        assert.equal(problem, null);
        assert.deepEqual(objects, [{ kind: 'Scenario', value: plain }]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
