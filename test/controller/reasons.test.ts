import assert from 'node:assert/strict';
import type { JsonObject } from '../../core/base/json.ts';
import { explainWaiting } from '../../core/controller/controller.ts';
import type { WaitingNode } from '../../core/controller/reasons.ts';
import { labelOf, revisionHashLabel } from '../../core/controller/templateGeneration.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { plainCluster } from '../../core/simulation/clusters/generate.ts';
import { manifestKubelet, ordinaryImage } from '../../core/simulation/kubeletModel.ts';
import { advance, type Run, start } from '../../core/simulation/run.ts';
import type { ScenarioEvent } from '../../core/simulation/scenario.ts';
import { podsOf } from '../../core/simulation/world/world.ts';

/** A rollout that stalls, and the reasons the controller gives for each node that waits. */

const strategies = {
  one: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
  surge: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  onDelete: { type: 'OnDelete' },
} as const;

function manifest(image: string, strategy: JsonObject, minReadySeconds = 0): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'app', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'app' } },
      updateStrategy: strategy,
      minReadySeconds,
      template: {
        metadata: { labels: { app: 'app' } },
        spec: { containers: [{ name: 'main', image, ports: [{ containerPort: 80, hostPort: 80 }] }] },
      },
    },
  };
}

function stall(
  image: string,
  strategy: JsonObject,
  events: readonly ScenarioEvent[] = [],
  minReadySeconds = 0,
  until = 120_000,
  editAt = 1000,
): Run {
  const started = start({
    kubernetesVersion: '1.36',
    seed: 3,
    cluster: plainCluster(5),
    baseline: manifest('app:1', strategy, minReadySeconds),
    events: [...events, { at: editAt, do: 'apply', manifest: manifest(image, strategy, minReadySeconds) }],
    assumptions: defaultAssumptions,
    kubelet: { ...manifestKubelet, kind: 'manifest', images: { 'app:missing': { ...ordinaryImage, missing: true } } },
    limits: { until: 1_000_000, maxEvents: 100_000 },
  });
  assert.ok(started.ok, JSON.stringify(started));
  advance(started.run, { until, maxEvents: 100_000 });
  return started.run;
}

function reasonsOf(run: Run): readonly WaitingNode[] {
  return explainWaiting(run.controller, 'default/app', run.world.now);
}

/** Every pod that does not carry the current hash has a node with a reason. */
function assertEveryOldPodHasOne(run: Run, waiting: readonly WaitingNode[]): void {
  const hash = run.controller.views.get('default/app')?.hash;
  const old = podsOf(run.world).filter(pod => labelOf(pod.labels, revisionHashLabel) !== hash);
  assert.ok(old.length > 0);
  for (const pod of old)
    assert.ok(
      waiting.some(({ node, reason }) => node === pod.nodeName && reason.kind !== 'nextSync'),
      pod.name,
    );
}

describe('reasons of a stalled rollout', () => {
  it('names the node whose new pod never gets ready', () => {
    const run = stall('app:missing', strategies.one);
    const waiting = reasonsOf(run);
    assertEveryOldPodHasOne(run, waiting);
    const stuck = waiting.filter(({ reason }) => reason.kind === 'newPodNotAvailable');
    assert.equal(stuck.length, 1);
    for (const { node, reason } of waiting) {
      if (node === stuck[0]?.node) continue;
      assert.ok(
        reason.kind === 'budget' && reason.budget.kind === 'maxUnavailable' && reason.budget.limit === 1 && reason.budget.used === 1,
      );
      assert.deepEqual(
        reason.blockers.map(blocker => [blocker.node, blocker.cause.kind, blocker.undesired]),
        [[stuck[0]?.node, 'notReady', false]],
      );
    }
  });

  it('names the pod that cannot end on a dead node', () => {
    const run = stall('app:2', strategies.one, [{ at: 0, do: 'nodeDown', node: 'node-3' }], 0, 600_000, 100_000);
    const waiting = reasonsOf(run);
    assertEveryOldPodHasOne(run, waiting);
    assert.equal(waiting.find(({ node }) => node === 'node-3')?.reason.kind, 'terminating');
    const budgets = waiting.flatMap(({ reason }) => (reason.kind === 'budget' ? [reason] : []));
    assert.equal(budgets.length, 4);
    assert.deepEqual(
      budgets[0]?.blockers.map(({ node, cause, undesired }) => [node, cause.kind, undesired]),
      [['node-3', 'terminating', true]],
    );
  });

  it('says how long minReadySeconds still holds', () => {
    const run = stall('app:2', strategies.one, [], 500, 60_000);
    const budgets = reasonsOf(run).flatMap(({ reason }) => (reason.kind === 'budget' ? [reason] : []));
    assert.equal(budgets.length, 4);
    const cause = budgets[0]?.blockers[0]?.cause;
    assert.ok(cause?.kind === 'minReadySeconds' && cause.availableAt > 500_000 && cause.availableAt < 530_000, JSON.stringify(cause));
  });

  it('names the surged pod that cannot start beside the old one', () => {
    const run = stall('app:2', strategies.surge);
    const waiting = reasonsOf(run);
    assertEveryOldPodHasOne(run, waiting);
    const kinds = waiting.map(({ reason }) => reason.kind).sort();
    assert.deepEqual(kinds, ['budget', 'budget', 'budget', 'budget', 'newPodNotAvailable']);
  });

  it('says under OnDelete that someone has to delete the pods', () => {
    const run = stall('app:2', strategies.onDelete);
    assert.deepEqual(
      reasonsOf(run).map(({ reason }) => reason.kind),
      Array(5).fill('onDelete'),
    );
  });

  it('has nobody wait before the edit, though no sync has come yet', () => {
    assert.deepEqual(reasonsOf(stall('app:2', strategies.one, [], 0, 500)), []);
  });

  it('gives every action its rule', () => {
    const reasons = new Set<string>();
    const started = start(
      {
        kubernetesVersion: '1.36',
        seed: 1,
        cluster: plainCluster(5),
        baseline: manifest('app:1', strategies.one),
        events: [{ at: 1000, do: 'apply', manifest: manifest('app:2', strategies.one) }],
        assumptions: defaultAssumptions,
        kubelet: manifestKubelet,
        limits: { until: 1_000_000, maxEvents: 100_000 },
      },
      {
        wantsEvents: false,
        changed: () => undefined,
        emitted: () => undefined,
        marked: () => undefined,
        paused: () => undefined,
        synced: (_at, report) => {
          for (const action of report.actions) if ('because' in action) reasons.add(`${action.kind} ${action.because.kind}`);
        },
      },
    );
    assert.ok(started.ok);
    advance(started.run, { until: 1_000_000, maxEvents: 100_000 });
    assert.deepEqual([...reasons].sort(), ['createPod missing', 'deletePod rollingUpdate']);
  });
});
