import assert from 'node:assert/strict';
import { sampleSubject } from '../testing/samples.ts';
import { readAssumed } from './assumedValues.ts';
import type { Message } from './message.ts';
import { initialState, type PanelState } from './state.ts';
import { update } from './update.ts';

const subject: Message = { type: 'host', message: { type: 'subject', subject: sampleSubject() } };

function scenarioAfter(...messages: readonly Message[]) {
  let state: PanelState = initialState;
  let found = null;
  for (const message of messages) {
    const step = update(state, message);
    state = step.state;
    for (const effect of step.effects) if (effect.to === 'worker' && effect.request.type === 'run') found = effect.request.scenario;
  }
  assert.ok(found !== null);
  return found;
}

describe('assumptions of the panel', () => {
  it('take the place of those that were given, until they are given back', () => {
    const pull: Message = { type: 'assume', name: 'imagePull', value: 60_000 };
    const seed: Message = { type: 'assume', name: 'seed', value: 7 };
    const changed = scenarioAfter(subject, pull, seed);
    assert.deepEqual([changed.assumptions.imagePull, changed.seed], [60_000, 7]);
    assert.equal(changed.assumptions.bind, sampleSubject().assumptions.bind);
    const back = scenarioAfter(subject, pull, seed, { type: 'assume', name: 'imagePull', value: null });
    assert.deepEqual([back.assumptions.imagePull, back.seed], [sampleSubject().assumptions.imagePull, 7]);
    const none = scenarioAfter(subject, pull, seed, { type: 'assumeNothing' });
    assert.deepEqual([none.assumptions, none.seed], [sampleSubject().assumptions, 1]);
  });

  it('are left as they are by what makes no sense', () => {
    for (const [name, value] of [
      ['imagePull', -1],
      ['imagePull', 1e15],
      ['imagePull', Number.NaN],
      ['jitter', 2],
      ['clientQps', 0.5],
    ] as const) {
      const { assumptions } = scenarioAfter(subject, { type: 'assume', name, value });
      assert.deepEqual(assumptions, sampleSubject().assumptions);
    }
  });

  it('are read back as far as they can be', () => {
    assert.deepEqual(readAssumed({ imagePull: 5, jitter: 0.5, seed: 3, bind: 'x', __proto__: { teardown: 1 }, other: 1 }), {
      imagePull: 5,
      jitter: 0.5,
      seed: 3,
    });
    for (const odd of [null, 3, 'x', []]) assert.deepEqual(readAssumed(odd), {});
  });
});
