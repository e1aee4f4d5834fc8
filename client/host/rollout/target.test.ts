import assert from 'node:assert/strict';
import { placeAfterEdit, targetOf } from './target.ts';

const one = (name: string, namespace = 'default') => ({ name, namespace });

describe('the DaemonSet that a panel follows', () => {
  it('is found again where documents were added or taken away above it', () => {
    assert.equal(placeAfterEdit([one('new'), one('agent')], one('agent'), 0), 1);
    assert.equal(placeAfterEdit([one('agent')], one('agent'), 1), 0);
  });

  it('stays in its place when it was renamed', () => {
    assert.equal(placeAfterEdit([one('first'), one('agent-2')], one('agent'), 1), 1);
  });

  it('is not taken for its namesake in another namespace', () => {
    assert.equal(placeAfterEdit([one('agent', 'a'), one('agent', 'b')], one('agent', 'b'), 0), 1);
  });

  it('is read from a place and a file, and from nothing else', () => {
    assert.deepEqual(targetOf({ uri: 'file:///a.yaml', index: 1, events: [] }), { uri: 'file:///a.yaml', index: 1 });
    assert.deepEqual(targetOf({ uri: 'file:///a.scenario.yaml', index: -1 }), { uri: 'file:///a.scenario.yaml', index: -1 });
    for (const value of [undefined, null, 'file:///a.yaml', {}, { uri: '', index: 0 }, { uri: 'a', index: -2 }, { uri: 'a', index: '0' }]) {
      assert.equal(targetOf(value), null);
    }
  });
});
