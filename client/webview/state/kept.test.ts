import assert from 'node:assert/strict';
import { sampleSubject } from '../testing/samples.ts';
import { keep, keepsTheSame, restore } from './kept.ts';
import { initialState, type PanelState } from './state.ts';
import { update } from './update.ts';

const state: PanelState = {
  ...initialState,
  subject: sampleSubject(),
  owner: '0 file:///agent.yaml',
  faults: [{ at: 5, do: 'cordon', node: 'worker-1' }],
  wanted: 5,
  speed: 'max',
  tab: 'pods',
  selected: 'worker-1',
  compared: { strategy: 'OnDelete', picture: null, none: false },
  since: { number: 2, label: 'image', manifest: { kind: 'DaemonSet' } },
  assumed: { imagePull: 9_000, seed: 4 },
  again: { at: 4, first: { kind: 'DaemonSet' } },
};

describe('what is kept over a reload', () => {
  it('comes back for the same manifest', () => {
    const restored = restore(JSON.parse(JSON.stringify(keep(state))));
    const { state: next } = update(restored, { type: 'host', message: { type: 'subject', subject: sampleSubject() } });
    assert.deepEqual(next.faults, state.faults);
    assert.deepEqual([next.wanted, next.speed, next.tab, next.selected], [5, 'max', 'pods', 'worker-1']);
    assert.deepEqual([next.compared, next.since, next.again, next.assumed], [state.compared, state.since, state.again, state.assumed]);
  });
  it('is forgotten for another one', () => {
    const { state: next } = update(restore(keep(state)), {
      type: 'host',
      message: { type: 'subject', subject: sampleSubject({ uri: 'file:///other.yaml' }) },
    });
    assert.deepEqual([next.faults, next.wanted], [[], 0]);
  });
  it('is kept anew when it changes, but not while one plays', () => {
    assert.ok(keepsTheSame(state, { ...state, filter: 'worker' }));
    const changes = {
      faults: [],
      wanted: 6,
      speed: 1,
      tab: 'events',
      selected: null,
      compared: null,
      since: null,
      again: null,
      assumed: {},
    };
    for (const [name, value] of Object.entries(changes)) assert.ok(!keepsTheSame(state, { ...state, [name]: value }), name);
    const playing = { ...state, playing: true, wanted: 7 };
    assert.ok(keepsTheSame(state, playing));
    assert.ok(!keepsTheSame(playing, { ...playing, playing: false }));
    assert.ok(!keepsTheSame(initialState, state));
    assert.ok(!keepsTheSame(state, initialState));
  });
  it('is left out where it cannot be read', () => {
    for (const kept of [undefined, null, 7, [], { uri: 'x' }, { uri: 1, index: 0 }]) assert.equal(restore(kept), initialState);
    const odd = restore({
      uri: 'a',
      index: 0,
      faults: [null, { at: 'x' }, { at: 1, do: 'cordon' }],
      wanted: -3,
      speed: 7,
      tab: 'no',
      grouping: {},
      compared: 3,
      since: { number: 1 },
      again: { at: 'now', first: {} },
    });
    assert.deepEqual(
      [odd.faults, odd.wanted, odd.speed, odd.tab, odd.grouping],
      [[{ at: 1, do: 'cordon' }], 0, null, 'daemonSets', 'zone'],
    );
    assert.deepEqual([odd.compared, odd.since, odd.again], [null, null, null]);
  });
});
