import assert from 'node:assert/strict';
import type { JsonObject } from '../../../core/base/json.ts';
import { samplePicture, sampleSubject } from '../testing/samples.ts';
import type { Effect, Message } from './message.ts';
import { initialState, type PanelState, shownSubject } from './state.ts';
import { update } from './update.ts';

const manifest = (name: string): JsonObject => ({ kind: 'DaemonSet', metadata: { name } });

/** The panel after these messages, and what it did about the last one. */
function go(state: PanelState, ...messages: readonly Message[]): { state: PanelState; effects: readonly Effect[] } {
  return messages.reduce<{ state: PanelState; effects: readonly Effect[] }>((step, message) => update(step.state, message), {
    state,
    effects: [],
  });
}

/** An edit, its picture, and the moment of rest after it. */
function edit(state: PanelState, name: string, rest = true): PanelState {
  const run = state.run + 1;
  return go(
    state,
    { type: 'host', message: { type: 'subject', subject: sampleSubject({ manifest: manifest(name) }) } },
    { type: 'worker', answer: { type: 'picture', run, picture: samplePicture() } },
    { type: 'worker', answer: { type: 'whatIf', run, rows: [], pending: !rest } },
  ).state;
}

function scenarioOf(effects: readonly Effect[]) {
  for (const effect of effects) if (effect.to === 'worker' && effect.request.type === 'run') return effect.request.scenario;
  throw new Error('no run was asked for');
}

describe('earlier edits of a panel', () => {
  it('are those that stood for a while, the newest first, each once', () => {
    let state = edit(edit(edit(initialState, 'a'), 'b', false), 'c');
    state = edit(state, 'c');
    assert.deepEqual(
      state.earlier.map(({ number, manifest: kept }) => [number, kept]),
      [
        [2, manifest('c')],
        [1, manifest('a')],
      ],
    );
  });

  it('can be compared with, until something else is chosen', () => {
    const state = edit(edit(initialState, 'a'), 'b');
    const compared = go(state, { type: 'host', message: { type: 'baseline', earlier: 1 } });
    assert.deepEqual(scenarioOf(compared.effects).baseline, manifest('a'));
    assert.match(shownSubject(compared.state)?.baseline.label ?? '', /^#1 /);
    const typed = go(compared.state, {
      type: 'host',
      message: { type: 'subject', subject: sampleSubject({ manifest: manifest('d') }) },
    });
    assert.deepEqual(scenarioOf(typed.effects).baseline, manifest('a'), 'it stays while one types');
    const back = go(typed.state, { type: 'host', message: { type: 'baseline', earlier: null } });
    assert.equal(scenarioOf(back.effects).baseline, null);
    assert.deepEqual(go(back.state, { type: 'host', message: { type: 'baseline', earlier: 99 } }).effects, [], 'not one of them');
  });

  it('are offered to the extension when one asks for another baseline', () => {
    const { effects } = go(edit(edit(initialState, 'a'), 'b'), { type: 'chooseBaseline' });
    assert.deepEqual(effects, [
      { to: 'host', message: { type: 'chooseBaseline', earlier: [{ number: 1, label: 'template edit: rolls' }], since: null } },
    ]);
  });
});

describe('a second edit in the middle', () => {
  it('applies what is typed from then on at the playhead, and can be undone', () => {
    const state = go(edit(initialState, 'a'), { type: 'scrub', to: 4_000 }, { type: 'editAgain' }).state;
    const typed = go(state, { type: 'host', message: { type: 'subject', subject: sampleSubject({ manifest: manifest('b') }) } });
    assert.deepEqual(scenarioOf(typed.effects).events, [
      { at: 0, do: 'apply', manifest: manifest('a') },
      { at: 4_000, do: 'apply', manifest: manifest('b') },
    ]);
    const undone = go(typed.state, { type: 'endEditAgain' });
    assert.deepEqual(scenarioOf(undone.effects).events, [{ at: 0, do: 'apply', manifest: manifest('b') }]);
  });
});
