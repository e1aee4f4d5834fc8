import assert from 'node:assert/strict';
import type { JsonObject } from '../../../core/base/json.ts';
import type { LiveUpdate, WorldStart } from '../../../core/protocol/live.ts';
import type { LoggedEvent } from '../../../core/protocol/serve.ts';
import { defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import { endlessLimits, type ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { samplePicture, sampleSubject } from '../testing/samples.ts';
import { keep, keepsTheSame } from './kept.ts';
import type { Effect, Message } from './message.ts';
import { initialState, isMoving, type PanelState, playhead } from './state.ts';
import { update } from './update.ts';

const subject = sampleSubject();
const start: WorldStart = {
  ...{ kubernetesVersion: '1.36', seed: 1, cluster: subject.cluster, baseline: null, events: [] },
  ...{ assumptions: defaultAssumptions, kubelet: manifestKubelet, limits: endlessLimits },
};

function manifest(name: string): JsonObject {
  return { kind: 'DaemonSet', metadata: { name, namespace: 'kube-system' } };
}

const applied = (at: number, name: string): LoggedEvent => ({
  event: { at, do: 'apply', manifest: manifest(name) },
  by: { kind: 'client', name: 'kubectl apply' },
});
const cordoned = (at: number): LoggedEvent => ({ event: { at, do: 'cordon', node: 'worker-1' }, by: { kind: 'panel' } });

function news(changes: Partial<LiveUpdate>): Message {
  const live: LiveUpdate = {
    world: 1,
    start: null,
    first: 0,
    events: [],
    time: { now: 0, speed: 1 },
    ended: null,
    daemonSet: null,
    ...changes,
  };
  return { type: 'host', message: { type: 'live', live } };
}
const begin = news({ start, daemonSet: { namespace: 'kube-system', name: 'agent' }, time: { now: 500, speed: 1 } });
const file: Message = { type: 'host', message: { type: 'subject', subject } };
const picture = (run: number, changes = {}): Message => ({
  type: 'worker',
  answer: {
    type: 'picture',
    run,
    picture: samplePicture({ world: { manifest: null, since: 0, until: null, tooLong: false }, ...changes }),
  },
});

function replay(...messages: readonly Message[]): { state: PanelState; effects: readonly Effect[] } {
  let step: { state: PanelState; effects: readonly Effect[] } = { state: initialState, effects: [] };
  for (const message of messages) step = update(step.state, message);
  return step;
}

function asked(effects: readonly Effect[]): readonly (readonly [number, number, boolean])[] {
  return effects.flatMap(effect =>
    effect.to === 'worker' && effect.request.type === 'live'
      ? [[effect.request.first, effect.request.events.length, effect.request.start !== null] as const]
      : [],
  );
}

function toHost(effects: readonly Effect[]): readonly unknown[] {
  return effects.flatMap(effect => (effect.to === 'host' ? [effect.message] : []));
}

describe('the panel of a served world', () => {
  it('keeps nothing anew as time goes on, or as something happens', () => {
    const { state } = replay(file, begin);
    const later = update(state, { type: 'tick', elapsed: 100 }).state;
    assert.notEqual(later.wanted, state.wanted);
    assert.ok(keepsTheSame(state, later));
    assert.ok(keepsTheSame(later, update(later, news({ events: [cordoned(550)], time: { now: 600, speed: 1 } })).state));
    assert.ok(!keepsTheSame(later, update(later, { type: 'tab', tab: 'pods' }).state));
  });
  it('has the worker play the log, one question at a time, and asks again for what came meanwhile', () => {
    const first = replay(begin);
    assert.deepEqual(asked(first.effects), [[0, 0, true]]);
    const meanwhile = replay(begin, news({ first: 0, events: [applied(600, 'agent')] }), news({ first: 1, events: [cordoned(700)] }));
    assert.deepEqual(asked(meanwhile.effects), []);
    const answered = update(meanwhile.state, picture(1));
    assert.deepEqual(asked(answered.effects), [[0, 2, false]]);
    assert.deepEqual(asked(update(answered.state, picture(2)).effects), []);
  });

  it('ignores news of another world, and those that do not follow on what it knows', () => {
    for (const wrong of [news({ world: 2, events: [cordoned(1)] }), news({ first: 3, events: [cordoned(1)] })])
      assert.equal(replay(begin, wrong).state.live?.log.length, 0);
  });

  it('goes along with the time until one looks at what was before, and comes back', () => {
    const now = news({ time: { now: 4_000, speed: 1 } });
    const tick: Message = { type: 'tick', elapsed: 1_000 };
    const { state } = replay(begin, picture(1), now, tick);
    assert.equal(playhead(state), 5_000);
    const back = [{ type: 'scrub', to: 1_000 }, tick].reduce((at, message) => update(at, message as Message).state, state);
    assert.equal(playhead(back), 1_000);
    assert.equal(playhead(update(back, { type: 'toPresent' }).state), 6_000);
  });

  it('asks for the texts of the present by the second, also beyond the end of the axis', () => {
    const { state } = replay(begin, picture(1), news({ time: { now: 25_400, speed: 1 } }));
    assert.equal(playhead(state), 10_000);
    assert.equal(state.looking?.at ?? state.looked?.at, 500);
    const look: Message = { type: 'worker', answer: { type: 'look', run: 1, look: { at: 500, nodes: {}, details: null, table: null } } };
    assert.equal(update(state, look).state.looking?.at, 25_000);
  });

  it('lets things happen in the world, not in a scenario of its own', () => {
    const { state, effects } = replay(begin, picture(1), { type: 'act', action: { do: 'nodeDown', node: 'worker-1' } });
    assert.deepEqual(toHost(effects), [{ type: 'act', actions: [{ do: 'nodeDown', node: 'worker-1' }] }]);
    assert.equal(state.faults.length, 0);
    const events: readonly ScenarioEvent[] = [5_000, 65_000].map(at => ({ at, do: 'cordon', node: 'worker-1' }));
    assert.deepEqual(toHost(update(state, { type: 'mend', mend: { kind: 'events', events } }).effects), [
      {
        type: 'act',
        actions: [
          { at: 0, do: 'cordon', node: 'worker-1' },
          { at: 60_000, do: 'cordon', node: 'worker-1' },
        ],
      },
    ]);
  });

  it('makes a patch of a value, with the whole strategy', () => {
    const { state } = replay(begin, picture(1));
    const patched = (path: string, json: JsonObject | string): unknown => {
      const [message] = toHost(update(state, { type: 'mend', mend: { kind: 'value', path, value: '', json } }).effects);
      return message;
    };
    const act = (patch: JsonObject): unknown => ({
      type: 'act',
      actions: [{ do: 'patch', namespace: 'kube-system', daemonSet: 'agent', patch }],
    });
    assert.deepEqual(
      patched('spec.updateStrategy', { type: 'OnDelete' }),
      act({ spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } } }),
    );
    assert.deepEqual(
      patched('spec.updateStrategy', { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } }),
      act({ spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: null, maxUnavailable: '10%' } } } }),
    );
    assert.deepEqual(
      patched('spec.updateStrategy.rollingUpdate.maxUnavailable', '10%'),
      act({ spec: { updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } } } }),
    );
    assert.equal(patched('spec.template.spec.containers[0].image', 'a:2'), undefined, 'no patch can say it, and there is no file');
  });

  it('applies the manifest of the editor as it is now, and knows when it cannot be', () => {
    const changed: Message = {
      type: 'host',
      message: { type: 'subject', subject: { ...subject, manifest: manifest('agent'), version: 4 } },
    };
    const { effects } = replay(file, begin, changed, { type: 'applyFile' });
    assert.deepEqual(toHost(effects), [{ type: 'act', actions: [{ do: 'apply', manifest: manifest('agent') }] }]);
    const problem = { of: { uri: subject.uri, index: 0, label: 'agent' }, kind: 'invalid', message: 'a tab', line: 3 } as const;
    const broken = replay(file, begin, { type: 'host', message: { type: 'problem', problem } }, { type: 'applyFile' });
    assert.deepEqual([toHost(broken.effects), broken.state.problem], [[], null]);
  });

  it('asks the world to pause, to go on as before, and to hurry', () => {
    const fast = replay(begin, news({ time: { now: 1, speed: 60 } }));
    assert.ok(isMoving(fast.state));
    assert.deepEqual(toHost(update(fast.state, { type: 'playing', playing: false }).effects), [{ type: 'worldSpeed', speed: 0 }]);
    const paused = update(fast.state, news({ time: { now: 2, speed: 0 } })).state;
    assert.ok(!isMoving(paused));
    assert.deepEqual(toHost(update(paused, { type: 'playing', playing: true }).effects), [{ type: 'worldSpeed', speed: 60 }]);
    assert.deepEqual(toHost(update(paused, { type: 'speed', speed: 'max' }).effects), [{ type: 'worldSpeed', speed: 'max' }]);
  });

  it('shows the DaemonSet that someone has just made when its own is not there, unless one was chosen', () => {
    const other = news({ first: 0, events: [applied(600, 'other')] });
    assert.equal(replay(begin, other).state.live?.daemonSet.name, 'other');
    const own = news({ first: 0, events: [applied(600, 'agent')] });
    assert.equal(replay(begin, own, news({ first: 1, events: [applied(700, 'other')] })).state.live?.daemonSet.name, 'agent');
    const any = replay(news({ start }), news({ first: 0, events: [applied(600, 'first')] }));
    assert.equal(any.state.live?.daemonSet.name, 'first');
    assert.equal(
      update(any.state, news({ first: 1, events: [applied(700, 'second')] })).state.live?.daemonSet.name,
      'second',
      'no manifest is followed',
    );
    const pick: Message = { type: 'pickDaemonSet', daemonSet: { namespace: 'kube-system', name: 'third' } };
    const chosen = replay(begin, picture(1), pick);
    assert.deepEqual(asked(chosen.effects), [[0, 0, false]], 'it is another picture');
    assert.equal(update(chosen.state, other).state.live?.daemonSet.name, 'third');
  });

  it('keeps the last picture when the world has ended, and goes back to the manifest when one leaves', () => {
    const ended = replay(file, begin, picture(2), news({ ended: 'gone', time: { now: 9_000, speed: 0 } }));
    assert.notEqual(ended.state.picture, null);
    assert.ok(!isMoving(ended.state));
    assert.deepEqual(toHost(update(ended.state, { type: 'act', action: { do: 'cordon', node: 'worker-1' } }).effects), []);
    const left = update(ended.state, { type: 'leaveWorld' });
    assert.deepEqual(toHost(left.effects), [{ type: 'detach' }]);
    assert.equal(left.state.live, null);
    const back = update(left.state, file);
    assert.ok(back.effects.some(effect => effect.to === 'worker' && effect.request.type === 'run'));
  });

  it('takes nothing of a world over into the next window', () => {
    const { state } = replay(file, begin, news({ first: 0, events: [cordoned(600)], time: { now: 9_000, speed: 1 } }));
    assert.equal(state.faults.length, 1);
    const kept = keep(state);
    assert.deepEqual([kept?.uri, kept?.index, kept?.faults, kept?.wanted], [subject.uri, 0, [], 0]);
  });
});
