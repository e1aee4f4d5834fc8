import assert from 'node:assert/strict';
import { readNode } from '../../../core/kubernetes/objects/readNode.ts';
import { samplePicture, sampleSubject } from '../testing/samples.ts';
import { addNodeAction, freeName } from './newNode.ts';
import { initialState, type PanelState } from './state.ts';

const state: PanelState = { ...initialState, subject: sampleSubject(), picture: samplePicture() };

describe('a node that joins', () => {
  it('is like one that is there, under a name of its own', () => {
    assert.deepEqual(addNodeAction(state), {
      do: 'addNode',
      node: { metadata: { name: 'worker-3', labels: { 'kubernetes.io/hostname': 'worker-3', pool: 'a' } }, spec: {} },
    });
  });
  it('has another name than those that joined before', () => {
    const first = addNodeAction(state);
    assert.ok(first !== null);
    const second = addNodeAction({ ...state, faults: [{ at: 0, ...first }] });
    assert.equal(second?.do === 'addNode' && JSON.stringify(second.node).includes('worker-4'), true);
  });
  it('is a plain one where there is none to be like', () => {
    const empty = sampleSubject({ cluster: { name: '', nodes: [], daemonSets: [], pods: [] } });
    const action = addNodeAction({ ...state, subject: empty });
    assert.equal(action?.do === 'addNode' && readNode(action.node).ok, true);
    assert.equal(addNodeAction(initialState), null);
  });
  it('counts on from any name', () => {
    assert.equal(freeName('ip-10-0-0-09', new Set(['ip-10-0-0-10'])), 'ip-10-0-0-11');
    assert.equal(freeName('edge', new Set()), 'edge-2');
    assert.equal(freeName('', new Set()), '-2');
  });
});
