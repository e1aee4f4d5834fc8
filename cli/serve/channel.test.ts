import assert from 'node:assert/strict';
import { createApiServer } from '../../core/apiserver/server.ts';
import type { JsonValue } from '../../core/base/json.ts';
import type { HostToServe, LoggedEvent, ServeToHost } from '../../core/protocol/serve.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { createRecorder, type Recorder } from '../../core/simulation/recorder.ts';
import { advance, start } from '../../core/simulation/run.ts';
import { defaultLimits, type Scenario } from '../../core/simulation/scenario.ts';
import { traceHash } from '../../core/simulation/timeline.ts';
import { agent } from '../../test/kit/scenario.ts';
import { openChannel } from './channel.ts';
import { goLive, type LiveServer } from './liveServer.ts';
import { createClock } from './virtualClock.ts';

const scenario: Scenario = {
  ...{ kubernetesVersion: '1.36', seed: 1, cluster: tutorialCluster(), baseline: null },
  ...{ events: [{ at: 90_000, do: 'nodeDown', node: 'worker-2' }], assumptions: defaultAssumptions },
  ...{ kubelet: manifestKubelet, limits: defaultLimits },
};

/** A served world whose clock stands but for {@link Served.pass}, and a host that has attached to it. */
interface Served {
  readonly live: LiveServer;
  readonly recorder: Recorder;
  readonly told: ServeToHost[];
  readonly say: (message: HostToServe | JsonValue) => void;
  readonly pass: (ms: number) => void;
  readonly logged: () => Promise<readonly LoggedEvent[]>;
  readonly stop: () => void;
}

function serve(): Served {
  const recorder = createRecorder(scenario);
  const started = createApiServer(scenario, () => '', recorder);
  assert.ok(started.ok);
  const clock = createClock(() => 1_800_000_000_000, 0);
  const live = goLive(started.server, clock);
  const told: ServeToHost[] = [];
  let say: (message: unknown) => void = () => undefined;
  const close = openChannel({ send: message => told.push(message), onMessage: listener => (say = listener) }, live, scenario);
  return {
    ...{ live, recorder, told, say: message => say(message) },
    pass: ms => {
      clock.atLeast(clock.read().now + ms);
      live.catchUp();
    },
    logged: async () => {
      // News wait for others: longer than that.
      await new Promise(resolve => setTimeout(resolve, 50));
      return told.flatMap(message => (message.kind === 'world' ? message.log : message.kind === 'log' ? message.events : []));
    },
    stop: () => {
      close();
      live.stop();
    },
  };
}

const kubectl = (method: string, path: string, body: JsonValue) => ({
  ...{ method, path, query: new Map<string, string>(), accept: '', contentType: 'application/json', body: JSON.stringify(body) },
  ...{ userAgent: 'kubectl', impersonates: '' },
});
const collection = '/apis/apps/v1/namespaces/default/daemonsets';

describe('the channel of daemonscope serve', () => {
  let served: Served;
  beforeEach(() => {
    served = serve();
  });
  afterEach(() => served.stop());

  it('tells nothing until someone attaches, then the world with all that has happened', async () => {
    served.live.answer(kubectl('POST', collection, agent('agent:1')));
    assert.equal(served.told.length, 0);
    served.say({ kind: 'attach' });
    const [world] = served.told;
    assert.ok(world?.kind === 'world');
    assert.deepEqual(world.scenario.events, []);
    assert.deepEqual(
      world.log.map(({ event, by }) => [event.do, by.kind]),
      [
        ['nodeDown', 'scenario'],
        ['apply', 'client'],
      ],
    );
  });

  it('tells who did what: a client by its name, the panel, the scenario', async () => {
    served.say({ kind: 'attach' });
    served.live.answer(kubectl('POST', collection, agent('agent:1')), { kind: 'client', name: 'kubectl create' });
    served.say({ kind: 'act', actions: [{ do: 'cordon', node: 'worker-1' }] });
    const log = await served.logged();
    assert.deepEqual(
      log.map(({ event, by }) => [event.do, by]),
      [
        ['nodeDown', { kind: 'scenario' }],
        ['apply', { kind: 'client', name: 'kubectl create' }],
        ['cordon', { kind: 'panel' }],
      ],
    );
  });

  it('tells enough to play the very same world again, from the log alone', async () => {
    served.say({ kind: 'attach' });
    served.live.answer(kubectl('POST', collection, agent('agent:1')));
    served.pass(1_500);
    served.say({
      kind: 'act',
      actions: [{ do: 'deletePod', pod: { namespace: 'default', daemonSet: 'agent', node: 'worker-1' }, force: false }],
    });
    served.live.answer(kubectl('PUT', `${collection}/agent`, agent('agent:2')));
    served.pass(7);
    served.live.answer(kubectl('DELETE', '/api/v1/nodes/worker-2', {}));
    served.pass(200_000);
    const world = served.told.find(message => message.kind === 'world');
    const events = (await served.logged()).map(({ event }) => event);
    const recorder = createRecorder(scenario);
    const again = start({ ...(world?.scenario ?? scenario), events }, recorder);
    assert.ok(again.ok);
    advance(again.run, { until: served.live.time().now, maxEvents: Number.MAX_SAFE_INTEGER });
    assert.ok(recorder.timeline.pods.length > 20);
    assert.equal(traceHash(recorder.timeline), traceHash(served.recorder.timeline));
  });

  it('lets a panel edit through the API server, and tells its words when it refuses', async () => {
    served.say({ kind: 'attach' });
    served.say({ kind: 'act', actions: [{ do: 'apply', manifest: agent('agent:1') }] });
    served.say({ kind: 'act', actions: [{ do: 'apply', manifest: agent('agent:2') }] });
    const stored = served.live.server.objects.get('daemonsets')?.get('default/agent');
    assert.match(JSON.stringify(stored?.json(served.live.moment())), /"image":"agent:2"/);
    const other = { spec: { selector: { matchLabels: { app: 'other' } } } };
    served.say({ kind: 'act', actions: [{ do: 'patch', namespace: 'default', daemonSet: 'agent', patch: other }] });
    const refusal = served.told.find(message => message.kind === 'refused');
    assert.match(refusal?.kind === 'refused' ? refusal.message : '', /DaemonSet\.apps "agent" is invalid/);
    assert.deepEqual(
      (await served.logged()).map(({ event }) => event.do),
      ['nodeDown', 'apply', 'apply'],
    );
  });

  it('says what is wrong with an action, and goes on; what is no message is ignored', async () => {
    served.say({ kind: 'attach' });
    const bad: readonly JsonValue[] = [
      { kind: 'act', actions: [{ do: 'cordon' }, 7, null, { do: '__proto__' }] },
      { kind: 'act', actions: 'all' },
      { kind: 'speed', speed: -1 },
      { kind: 'speed', speed: 'fast' },
      { kind: '__proto__' },
      null,
      7,
    ];
    for (const message of bad) served.say(message);
    assert.equal(served.told.filter(message => message.kind === 'refused').length, 4);
    served.say({ kind: 'act', actions: [{ do: 'cordon', node: 'none-such' }] });
    assert.match(JSON.stringify(served.told.at(-1)), /"refused".*none-such/);
    served.say({ kind: 'act', actions: [{ do: 'cordon', node: 'worker-1' }] });
    assert.equal((await served.logged()).at(-1)?.event.do, 'cordon');
  });

  it('takes the speed from the panel, and tells that it has', async () => {
    served.say({ kind: 'attach' });
    served.say({ kind: 'speed', speed: 60 });
    await served.logged();
    assert.deepEqual(served.told.at(-1)?.kind === 'time' ? served.told.at(-1) : served.told, {
      kind: 'time',
      time: { now: served.live.time().now, speed: 60 },
    });
  });
});
