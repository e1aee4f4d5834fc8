import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import { jsonEquals } from '../../base/json.ts';
import { applyJsonMerge } from './jsonMergePatch.ts';
import { applyStrategicMerge } from './strategicMerge.ts';
import { threeWayPatch } from './threeWay.ts';

function withContainers(...containers: readonly JsonObject[]): JsonObject {
  return { spec: { template: { spec: { containers } } } };
}

const [c, d] = [
  { name: 'c', image: 'i:1' },
  { name: 'd', image: 'j:1' },
];

describe('strategic merge patch', () => {
  it('merges containers by name', () => {
    const patched = applyStrategicMerge(withContainers(c, d), withContainers({ name: 'd', image: 'j:2' }));
    assert.deepEqual(patched, { ok: true, value: withContainers(c, { name: 'd', image: 'j:2' }) });
  });
  it('refuses an entry without its merge key', () => {
    const patched = applyStrategicMerge(withContainers(c), withContainers({ image: 'x' }));
    assert.deepEqual(patched, { ok: false, error: 'map: map[image:x] does not contain declared merge key: name' });
  });
  it('keeps what others set on the live object', () => {
    const lastApplied = withContainers(c, d);
    const live = withContainers({ ...c, imagePullPolicy: 'Always' }, d, { name: 'sidecar', image: 's:1' });
    const patch = threeWayPatch(lastApplied, withContainers({ ...c, image: 'i:2' }), live);
    assert.ok(patch.ok);
    assert.deepEqual(applyStrategicMerge(live, patch.value), {
      ok: true,
      value: withContainers({ name: 'c', image: 'i:2', imagePullPolicy: 'Always' }, { name: 'sidecar', image: 's:1' }),
    });
  });
  it('makes of what was applied last what is applied now', () => {
    fc.assert(
      fc.property(anyPod, anyPod, (old, wanted) => {
        const patch = threeWayPatch(old, wanted, old);
        assert.ok(patch.ok);
        const result = applyStrategicMerge(old, patch.value);
        assert.ok(result.ok && jsonEquals(result.value, wanted), JSON.stringify({ old, wanted, patch, result }));
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
  it('never throws', () => {
    fc.assert(
      fc.property(anyObject, anyObject, anyObject, (a, b, live) => {
        applyStrategicMerge({ spec: a }, { spec: b });
        threeWayPatch({ spec: a }, { spec: b }, { spec: live });
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});

describe('JSON merge patch', () => {
  it('deletes by null and replaces lists', () => {
    assert.deepEqual(applyJsonMerge({ a: 1, b: { c: 1 }, l: [1] }, { a: null, b: { d: 2 }, l: [2] }), { b: { c: 1, d: 2 }, l: [2] });
  });
});

const words = fc.constantFrom('a', 'b', 'c');
const entries = (value: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject[]> =>
  fc.uniqueArray(value, { maxLength: 3, selector: entry => entry.name });
const variables = entries(fc.record({ name: words, value: words }));
const anyPod: fc.Arbitrary<JsonObject> = fc
  .record({
    containers: entries(fc.record({ name: words, image: words, env: variables, args: fc.array(words, { maxLength: 2 }) })),
    volumes: entries(
      fc.oneof(fc.record({ name: words, hostPath: fc.record({ path: words }) }), fc.record({ name: words, emptyDir: fc.constant({}) })),
    ),
    nodeSelector: fc.dictionary(words, words),
    tolerations: fc.array(fc.record({ key: words }), { maxLength: 2 }),
  })
  .map(spec => ({ spec: { template: { spec } } }));

const keys = fc.constantFrom(
  'template',
  'spec',
  'containers',
  'volumes',
  'name',
  'env',
  '$patch',
  '$retainKeys',
  '$setElementOrder/containers',
  '__proto__',
);
const anyValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<JsonValue>(null, true, 1, 'a', 'replace', 'delete'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
})).value;
const anyObject: fc.Arbitrary<JsonObject> = fc.dictionary(keys, anyValue, { maxKeys: 4 });
