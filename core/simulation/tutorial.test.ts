import assert from 'node:assert/strict';
import type { JsonObject } from '../base/json.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { defaultAssumptions } from './assumptions.ts';
import { makeNode } from './clusters/makeNode.ts';
import { tutorialCluster } from './clusters/tutorial.ts';
import { manifestKubelet } from './kubeletModel.ts';
import { simulate } from './run.ts';
import { defaultLimits, type Scenario, type ScenarioEvent } from './scenario.ts';
import { daemonSetsAt, podsAt, type Timeline, traceHash } from './timeline.ts';

const fluentd = (env: string, strategy: JsonObject): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'fluentd-elasticsearch', namespace: 'kube-system', labels: { 'k8s-app': 'fluentd-logging' } },
  spec: {
    selector: { matchLabels: { name: 'fluentd-elasticsearch' } },
    updateStrategy: strategy,
    template: {
      metadata: { labels: { name: 'fluentd-elasticsearch' } },
      spec: {
        containers: [
          {
            name: 'fluentd-elasticsearch',
            image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
            env: [{ name: 'testenv', value: env }],
            resources: { limits: { memory: '200Mi' }, requests: { cpu: '100m', memory: '200Mi' } },
          },
        ],
      },
    },
  },
});

const rolling: JsonObject = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } };
const onDelete: JsonObject = { type: 'OnDelete' };

function run(baseline: JsonObject | null, events: readonly ScenarioEvent[]): Timeline {
  const scenario: Scenario = {
    kubernetesVersion: '1.36',
    seed: 1,
    cluster: tutorialCluster(),
    baseline,
    events,
    assumptions: defaultAssumptions,
    kubelet: manifestKubelet,
    limits: defaultLimits,
  };
  const result = simulate(scenario);
  assert.ok(result.ok, JSON.stringify(result));
  assert.equal(result.timeline.outcome.kind, 'quiet');
  return result.timeline;
}

const end = Number.MAX_SAFE_INTEGER;
const name = 'fluentd-elasticsearch';

/** name → [DESIRED, CURRENT, READY, UP-TO-DATE, AVAILABLE]. */
function rows(timeline: Timeline, at = end): Record<string, number[]> {
  return Object.fromEntries(
    daemonSetsAt(timeline, at).map(({ name, status: s }) => [
      name,
      [s.desiredNumberScheduled, s.currentNumberScheduled, s.numberReady, s.updatedNumberScheduled, s.numberAvailable],
    ]),
  );
}

function mine(timeline: Timeline, at = end): readonly Pod[] {
  return podsAt(timeline, at).filter(pod => pod.owner?.name === name);
}

const hash = (pod: Pod): string | undefined => pod.labels['controller-revision-hash'];
const system = { 'calico-node': [5, 5, 5, 5, 5], 'kube-proxy': [5, 5, 5, 5, 5], nodelocaldns: [5, 5, 5, 5, 5] };

describe('the tutorial', () => {
  it('apply: four rows, fluentd on the two workers', () => {
    const timeline = run(null, [{ at: 0, do: 'apply', manifest: fluentd('value', rolling) }]);
    assert.deepEqual(rows(timeline, -1), system);
    assert.deepEqual(rows(timeline), { ...system, [name]: [2, 2, 2, 2, 2] });
    assert.deepEqual(
      mine(timeline)
        .map(pod => pod.nodeName)
        .sort(),
      ['worker-1', 'worker-2'],
    );
    for (const pod of mine(timeline)) assert.match(pod.name, /^fluentd-elasticsearch-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    assert.equal(podsAt(timeline, end).length, 17);
    assert.deepEqual(timeline.waiting, []);
  });

  it('starts settled: nothing of the start state moves by itself', () => {
    const timeline = run(fluentd('value', rolling), []);
    assert.deepEqual(timeline.instants, [-1]);
    assert.deepEqual(rows(timeline), { ...system, [name]: [2, 2, 2, 2, 2] });
    assert.ok(timeline.syncs.every(sync => sync.report.actions.length === 0 && sync.report.status === null));
  });

  it('env edit under RollingUpdate: both pods are replaced, one at a time', () => {
    const timeline = run(fluentd('value', rolling), [{ at: 0, do: 'apply', manifest: fluentd('value01', rolling) }]);
    assert.deepEqual(rows(timeline, 0)[name], [2, 2, 2, 0, 2]);
    assert.deepEqual(rows(timeline)[name], [2, 2, 2, 2, 2]);
    const before = mine(timeline, -1);
    const after = mine(timeline);
    assert.equal(after.filter(pod => before.some(old => old.uid === pod.uid)).length, 0);
    assert.ok(after.every(pod => hash(pod) !== hash(before[0]!)));
    for (const at of timeline.instants) {
      const available = mine(timeline, at).filter(pod => pod.ready?.ready === true && pod.deletedAt === null).length;
      assert.ok(available >= 1, `at ${at} only ${available} are available`);
    }
    assert.ok(
      after.every(
        pod => JSON.stringify(daemonSetsAt(timeline, end).at(-1)?.spec.template.json).includes('value01') && pod.phase === 'Running',
      ),
    );
  });

  it('env edit under OnDelete: nothing moves; a pod deleted by hand comes back new', () => {
    const still = run(fluentd('value', onDelete), [{ at: 0, do: 'apply', manifest: fluentd('value01', onDelete) }]);
    assert.deepEqual(rows(still)[name], [2, 2, 2, 0, 2]);
    assert.deepEqual(mine(still), mine(still, -1));
    assert.deepEqual(
      still.waiting.map(({ daemonSet, nodes }) => [daemonSet, nodes.map(node => node.reason.kind)]),
      [['kube-system/fluentd-elasticsearch', ['onDelete', 'onDelete']]],
    );

    const pod = { namespace: 'kube-system', daemonSet: name, node: 'worker-1' };
    const one = run(fluentd('value', onDelete), [
      { at: 0, do: 'apply', manifest: fluentd('value01', onDelete) },
      { at: 60_000, do: 'deletePod', pod, force: false },
    ]);
    assert.deepEqual(rows(one)[name], [2, 2, 2, 1, 2]);
    const renewed = mine(one).find(candidate => candidate.nodeName === 'worker-1')!;
    const kept = mine(one).find(candidate => candidate.nodeName === 'worker-2')!;
    assert.notEqual(hash(renewed), hash(kept));
  });

  it('a new worker gets its pod by itself; a removed one loses it, and it moves nowhere', () => {
    const added = run(fluentd('value', rolling), [{ at: 0, do: 'addNode', node: makeNode({ name: 'worker-3' }) }]);
    assert.deepEqual(rows(added)[name], [3, 3, 3, 3, 3]);
    assert.ok(mine(added).some(pod => pod.nodeName === 'worker-3' && pod.phase === 'Running'));
    assert.deepEqual(rows(added)['kube-proxy'], [6, 6, 6, 6, 6]);

    const removed = run(fluentd('value', rolling), [{ at: 0, do: 'removeNode', node: 'worker-2' }]);
    assert.deepEqual(
      mine(removed).map(pod => pod.nodeName),
      ['worker-1'],
    );
    assert.deepEqual(rows(removed)[name], [1, 1, 1, 1, 1]);
    assert.equal(podsAt(removed, end).length, 13);
  });

  it('gives the same trace for the same scenario, another for another seed', () => {
    const edit: ScenarioEvent = { at: 0, do: 'apply', manifest: fluentd('value01', rolling) };
    const hashes = [1, 1, 2].map(seed => {
      const result = simulate({ ...run(fluentd('value', rolling), []).scenario, seed, events: [edit] });
      return result.ok ? traceHash(result.timeline) : '';
    });
    assert.equal(hashes[0], hashes[1]);
    assert.notEqual(hashes[0], hashes[2]);
  });
});
