import assert from 'node:assert/strict';
import type { LiveUpdate } from '../../../core/protocol/live.ts';
import type { HostToServe, LoggedEvent, ServeToHost } from '../../../core/protocol/serve.ts';
import { defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import { tutorialCluster } from '../../../core/simulation/clusters/tutorial.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import { defaultLimits, type Scenario } from '../../../core/simulation/scenario.ts';
import { attach } from './attachment.ts';
import { createServedWorld } from './servedWorld.ts';

const scenario: Scenario = {
  ...{ kubernetesVersion: '1.36', seed: 1, cluster: tutorialCluster(), baseline: null, events: [] },
  ...{ assumptions: defaultAssumptions, kubelet: manifestKubelet, limits: defaultLimits },
};

const cordon = (node: string): LoggedEvent => ({ event: { at: 1, do: 'cordon', node }, by: { kind: 'panel' } });

/** A process that says what the test says, and a wall clock that the test moves. */
function bench() {
  let tell: (message: ServeToHost) => void = () => {};
  let end: () => void = () => {};
  let wall = 0;
  const heard: HostToServe[] = [];
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  const cluster = {
    ...{ kubeconfig: '/nowhere', hasKubectl: true, ended, stop: () => {} },
    onMessage: (told: (message: ServeToHost) => void) => {
      tell = told;
    },
    say: (message: HostToServe) => void heard.push(message),
  };
  const world = createServedWorld(1, cluster, () => wall);
  const updates: LiveUpdate[] = [];
  let visible = true;
  const page = attach(world, null, { post: update => updates.push(structuredClone(update)), listens: () => visible });
  return {
    ...{ world, page, updates, heard, tell: (message: ServeToHost) => tell(message), end: () => end() },
    pass: (ms: number) => {
      wall += ms;
    },
    show: (shown: boolean) => {
      visible = shown;
    },
  };
}

const time = { now: 1_000, speed: 60 };
const world: ServeToHost = { kind: 'world', scenario, log: [cordon('a')], time };

describe('a served world and the pages that show it', () => {
  it('is asked for at once, and told whole first, then what is new', () => {
    const { heard, tell, updates } = bench();
    assert.deepEqual(heard, [{ kind: 'attach' }]);
    tell({ kind: 'time', time });
    assert.equal(updates.length, 0);
    tell(world);
    tell({ kind: 'log', first: 1, events: [cordon('b'), cordon('c')], time });
    tell({ kind: 'time', time: { now: 2_000, speed: 0 } });
    assert.deepEqual(
      updates.map(({ start, first, events, time: { now } }) => [start === null, first, events.length, now]),
      [
        [false, 0, 1, 1_000],
        [true, 1, 2, 1_000],
        [true, 3, 0, 2_000],
      ],
    );
  });

  it('tells a page that was hidden all it missed, once, and a new page everything', () => {
    const { tell, updates, show, page } = bench();
    tell(world);
    show(false);
    tell({ kind: 'log', first: 1, events: [cordon('b')], time });
    tell({ kind: 'log', first: 2, events: [cordon('c')], time });
    show(true);
    page.send();
    assert.deepEqual([updates.length, updates.at(-1)?.first, updates.at(-1)?.events.length], [2, 1, 2]);
    page.beginAnew();
    assert.deepEqual(
      [updates.at(-1)?.start?.cluster.name, updates.at(-1)?.first, updates.at(-1)?.events.length],
      [scenario.cluster.name, 0, 3],
    );
    page.dispose();
    tell({ kind: 'time', time });
    assert.equal(updates.length, 3);
  });

  it('ignores events that do not follow on what it knows', () => {
    const { tell, updates } = bench();
    tell(world);
    tell({ kind: 'log', first: 7, events: [cordon('b')], time });
    assert.deepEqual(updates.at(-1)?.events, []);
  });

  it('goes on with the time by itself, but for max', () => {
    const { tell, pass, world: served } = bench();
    tell(world);
    pass(500);
    assert.deepEqual(served.time(), { now: 31_000, speed: 60 });
    tell({ kind: 'time', time: { now: 40_000, speed: 'max' } });
    pass(500);
    assert.deepEqual(served.time(), { now: 40_000, speed: 'max' });
  });

  it('stands still and says so when the process is gone', async () => {
    const { tell, pass, end, updates, world: served } = bench();
    tell(world);
    pass(100);
    end();
    await Promise.resolve();
    await Promise.resolve();
    pass(100);
    assert.deepEqual([updates.at(-1)?.ended, served.time()], ['gone', { now: 7_000, speed: 0 }]);
  });

  it('asks the process for what a panel wants, and hands its refusals on', () => {
    const { heard, world: served, tell } = bench();
    const refused: string[] = [];
    served.onRefused(message => refused.push(message));
    served.act([{ do: 'cordon', node: 'a' }]);
    served.setSpeed('max');
    tell({ kind: 'refused', message: 'no' });
    assert.deepEqual(heard.slice(1), [
      { kind: 'act', actions: [{ do: 'cordon', node: 'a' }] },
      { kind: 'speed', speed: 'max' },
    ]);
    assert.deepEqual(refused, ['no']);
  });
});
