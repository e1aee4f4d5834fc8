import assert from 'node:assert/strict';
import { agent, builtIn, rollingUpdate, rollout, scenarioOf } from '../../test/golden/rollout.ts';
import { whatIfText } from '../presentation/whatIfText.ts';
import { defaultAssumptions } from '../simulation/assumptions.ts';
import { generateCluster, plainCluster } from '../simulation/clusters/generate.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { greatestKeeping, smallestWithin } from './reverse.ts';
import { spreadOverSeeds } from './seeds.ts';
import { strategyIn, surgeObstacle } from './variants.ts';
import { simulateWhatIfs, whatIfs } from './whatIf.ts';

/** 27 s a node: 20 s to stop, 7 s to start. */
const slow: Partial<Scenario> = {
  assumptions: {
    ...defaultAssumptions,
    ...{ bind: 0, sandbox: 1_000, imagePull: 4_000, containerStart: 2_000, applicationStop: 19_000, teardown: 1_000, clientQps: 0 },
  },
};
const newImage = 'registry.example.com/agent:1.1';

describe('forecast', () => {
  it('takes 27 s a node, one node after the other: 250 nodes in 1 h 52 m', () => {
    const { forecast } = rollout(agent(), agent({ image: newImage }), { ...slow, cluster: plainCluster(250) });
    assert.equal(forecast.outcome.kind, 'complete');
    within(forecast.duration, 250 * 27_000, 0.05);
    within(forecast.duration, 112 * 60_000, 0.05);
    assert.equal(forecast.worst.without, 1);
    assert.equal(forecast.withoutEach, 27_000);
  });

  it('takes ten rounds with 10 %: 4.5 minutes', () => {
    const manifest = agent({ image: newImage, strategy: rollingUpdate('10%') });
    const { forecast } = rollout(agent(), manifest, { ...slow, cluster: plainCluster(250) });
    within(forecast.duration, 10 * 27_000, 0.05);
    assert.equal(forecast.worst.without, 25);
    assert.equal(forecast.actions.replaced, 250);
    assert.equal(forecast.actions.outsideBudget, 0);
    assert.deepEqual(
      forecast.milestones.map(({ percent, at }) => [percent, Math.round(at / 27_000)]),
      [
        [25, 3],
        [50, 5],
        [75, 8],
        [100, 10],
      ],
    );
  });

  it('tells the worst moment of each zone', () => {
    const { forecast } = rollout(agent(), agent({ image: newImage, strategy: rollingUpdate('100%') }), { cluster: plainCluster(30) });
    assert.deepEqual(forecast.zones, [
      { zone: 'zone-a', without: 10, nodes: 10 },
      { zone: 'zone-b', without: 10, nodes: 10 },
      { zone: 'zone-c', without: 10, nodes: 10 },
    ]);
  });

  it('stalls on a node that is down before the edit, and says how many are left', () => {
    const { forecast } = rollout(agent(), agent({ image: newImage }), {
      cluster: plainCluster(10),
      events: [{ at: 1_000, do: 'nodeDown', node: 'node-01' }],
    });
    assert.equal(forecast.outcome.kind, 'stalled');
    assert.equal(forecast.duration, null);
    assert.equal(forecast.updated + forecast.left.length, 9);
    assert.ok(forecast.waiting.some(({ reason }) => reason.kind === 'budget'));
  });

  it('counts from the last edit on: a roll-back in the middle completes with the old template', () => {
    const { forecast } = rollout(agent(), agent({ image: newImage }), {
      cluster: plainCluster(10),
      events: [{ at: 30_000, do: 'apply', manifest: agent() }],
    });
    assert.equal(forecast.outcome.kind, 'complete');
    assert.ok((forecast.duration ?? 0) > 30_000);
    assert.equal(forecast.updated, 10);
  });

  it('knows that a DaemonSet is gone', () => {
    const { forecast } = rollout(agent(), agent(), {
      events: [{ at: 1_000, do: 'deleteDaemonSet', namespace: 'kube-system', daemonSet: 'agent', propagation: 'Background' }],
    });
    assert.equal(forecast.outcome.kind, 'deleted');
  });

  it('is still rolling when the limit comes first', () => {
    const { forecast } = rollout(agent(), agent({ image: newImage }), {
      ...slow,
      cluster: plainCluster(100),
      limits: { until: 20 * 60_000, maxEvents: 1_000_000 },
    });
    assert.deepEqual(forecast.outcome, { kind: 'stillRolling', at: 20 * 60_000 });
    assert.ok(forecast.updated > 40 && forecast.updated < 46, String(forecast.updated));
  });

  it('has a spread over seeds only where chance plays a part', () => {
    const scenario = scenarioOf(agent(), agent({ image: newImage }));
    const steady = [...spreadOverSeeds(scenario, subject, 5)].at(-1);
    assert.equal(steady?.seeds, 5);
    assert.equal(steady?.p50, steady?.worst);
    const varied = { ...scenario, assumptions: { ...defaultAssumptions, jitter: 0.5 } };
    const spread = [...spreadOverSeeds(varied, subject, 10)].at(-1);
    assert.ok((spread?.worst ?? 0) > (spread?.p50 ?? 0));
  });

  it('answers reverse questions', () => {
    const scenario = scenarioOf(agent(), agent({ image: newImage }), { ...slow, cluster: plainCluster(40) });
    const smallest = smallestWithin(scenario, subject, 40, 5 * 27_000 + 1_000);
    assert.equal(smallest?.maxUnavailable, 8);
    assert.equal(smallestWithin(scenario, subject, 40, 10_000), null);
    assert.equal(greatestKeeping(scenario, subject, 40, 30)?.maxUnavailable, 10);
  });

  it('reads strategies with their defaults, and what stands in the way of surge', () => {
    assert.deepEqual(strategyIn(agent()), { kind: 'maxUnavailable', value: 1 });
    assert.deepEqual(strategyIn(agent({ strategy: { type: 'OnDelete' } })), { kind: 'onDelete' });
    assert.deepEqual(strategyIn(agent({ strategy: rollingUpdate(0, '10%') })), { kind: 'maxSurge', value: '10%' });
    assert.equal(surgeObstacle(agent()), null);
    const ports = { ports: [{ containerPort: 9100 }] };
    assert.equal(surgeObstacle(agent({ container: ports })), null);
    assert.deepEqual(surgeObstacle(agent({ container: ports, pod: { hostNetwork: true } })), {
      kind: 'hostPort',
      port: 9100,
      path: 'spec.template.spec.containers[0].ports[0].containerPort',
    });
  });

  it('names the device that surge would need twice, only where the nodes have no second one', () => {
    const container = { resources: { limits: { 'example.com/fpga': 1 } } };
    const run = (fpga: string): (string | undefined)[] => {
      const cluster = generateCluster('', 'r', [{ name: 'n', count: 3, zones: [], shape: { extended: { 'example.com/fpga': fpga } } }], []);
      const scenario = scenarioOf(agent({ container }), agent({ container, image: newImage }), { cluster });
      let rows = whatIfs(agent({ container, image: newImage }), 3, null);
      for (const table of simulateWhatIfs(scenario, subject, rows)) rows = table;
      return rows.filter(row => row.strategy.kind === 'maxSurge').map(row => whatIfText(row).obstacle);
    };
    assert.deepEqual(run('1'), ['no second example.com/fpga on a node']);
    assert.deepEqual(run('2'), ['']);
  });

  it('does not mind a cluster without nodes', () => {
    const { forecast, history } = rollout(null, agent(), { cluster: { ...builtIn('tutorial'), nodes: [], daemonSets: [] } });
    assert.equal(forecast.outcome.kind, 'nothingToDo');
    assert.equal(history.nodes.length, 0);
  });
});

const subject = { namespace: 'kube-system', name: 'agent' };

function within(value: number | null, expected: number, share: number): void {
  assert.ok(value !== null && Math.abs(value - expected) <= share * expected, `${value} is not ${expected} ± ${share * 100} %`);
}
