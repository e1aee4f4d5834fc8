import assert from 'node:assert/strict';
import { mergePatch } from './mergePatch.ts';

describe('a JSON merge patch', () => {
  it('merges objects, replaces lists, and takes away what is null', () => {
    assert.deepEqual(mergePatch({ a: { b: 1, c: 2 }, d: [1, 2] }, { a: { b: null, e: 3 }, d: [3] }), { a: { c: 2, e: 3 }, d: [3] });
    assert.deepEqual(mergePatch({ a: 1 }, null), null);
    assert.deepEqual(mergePatch('text', { a: { b: null } }), { a: {} });
  });
  it('keeps a key called __proto__ a key', () => {
    const patched = mergePatch({}, JSON.parse('{"__proto__": {"polluted": true}}'));
    assert.equal(JSON.stringify(patched), '{"__proto__":{"polluted":true}}');
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });
});
