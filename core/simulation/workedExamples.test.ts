import assert from 'node:assert/strict';
import { agent, apply, picture, row, story, timelineOf } from '../../test/kit/scenario.ts';
import { defaultAssumptions } from './assumptions.ts';
import { plainCluster } from './clusters/generate.ts';
import { ordinaryImage } from './kubeletModel.ts';
import { daemonSetsAt, revisionsAt } from './timeline.ts';

/** The examples' world: the application stops in 2 s, scheduling takes 0.1 s, a start 3 s with the image there, and a probe passes at once. */
const assumptions = {
  ...defaultAssumptions,
  bind: 100,
  sandbox: 2_000,
  imagePull: 0,
  containerStart: 1_000,
  applicationReady: 0,
  applicationStop: 2_000,
  teardown: 0,
  clientQps: 0,
};
const probe = { readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 5 } };
const rolling = (maxUnavailable: number | string, maxSurge: number | string = 0) => ({
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } },
});
const end = Number.MAX_SAFE_INTEGER;

describe('worked examples', () => {
  it('A: three nodes, maxUnavailable 1: three rounds of 5.1 s', () => {
    const parts = { spec: rolling(1), container: probe };
    const timeline = timelineOf({ assumptions, baseline: agent('app:1', parts), events: [apply(0, agent('app:2', parts))] });
    assert.equal(row(timeline, 0), '3/3/3/0/3');
    assert.equal(daemonSetsAt(timeline, 0)[0]?.status.observedGeneration, 2);
    assert.equal(row(timeline, 2_000), '3/3/2/1/2');
    assert.equal(row(timeline, 5_100), '3/3/3/1/3');
    assert.deepEqual(timeline.outcome, { kind: 'quiet', at: 15_300 });
    assert.equal(row(timeline), '3/3/3/3/3');
  });

  it('A with minReadySeconds 10: each round waits for it, READY 3 and AVAILABLE 2 meanwhile', () => {
    const parts = { spec: { ...rolling(1), minReadySeconds: 10 }, container: probe };
    const timeline = timelineOf({ assumptions, baseline: agent('app:1', parts), events: [apply(0, agent('app:2', parts))] });
    assert.equal(row(timeline, 6_000), '3/3/3/1/2');
    assert.equal(row(timeline), '3/3/3/3/3');
    assert.ok(timeline.outcome.kind === 'quiet' && timeline.outcome.at >= 45_000, JSON.stringify(timeline.outcome));
  });

  it('B: surge 1: UP-TO-DATE counts a node when its old pod is removed; about 3 × 3.1 s + 2 s', () => {
    const parts = { spec: rolling(0, 1), container: probe };
    const timeline = timelineOf({ assumptions, baseline: agent('app:1', parts), events: [apply(0, agent('app:2', parts))] });
    assert.equal(row(timeline, 0), '3/3/3/0/3');
    assert.equal(row(timeline, 3_100), '3/3/3/0/3');
    assert.equal(row(timeline, 5_100), '3/3/3/1/3');
    assert.deepEqual(timeline.outcome, { kind: 'quiet', at: 11_300 });
  });

  it('C: a broken image stalls after maxUnavailable nodes; undo replaces both at once and leaves the rest alone', () => {
    const parts = { spec: rolling(2) };
    const cluster = plainCluster(5);
    const kubelet = { kind: 'manifest', images: { 'app:bad': { ...ordinaryImage, missing: true } } } as const;
    const baseline = agent('app:1', parts);
    const broken = apply(0, agent('app:bad', parts));
    const stalled = timelineOf({ assumptions, cluster, kubelet, baseline, events: [broken] });
    assert.equal(row(stalled), '5/5/3/2/3');
    assert.equal(Object.values(picture(stalled)).filter(([look]) => look === 'Pending ImagePullBackOff').length, 2);

    const undone = timelineOf({ assumptions, cluster, kubelet, baseline, events: [broken, apply(600_000, baseline)] });
    const deleted = undone.syncs
      .filter(sync => sync.at === 600_000)
      .flatMap(sync => sync.report.actions.filter(action => action.kind === 'deletePod'));
    assert.equal(deleted.length, 2);
    assert.equal(row(undone), '5/5/5/5/5');
    assert.deepEqual(
      revisionsAt(undone, end)
        .map(revision => revision.revision)
        .sort(),
      [2, 3],
    );
  });

  it('D: a dead node stalls maxUnavailable 1 for ever, though it is not in DESIRED; deleting the node ends it', () => {
    const cluster = plainCluster(4);
    const baseline = agent('app:1', { spec: rolling(1) });
    const events = [{ at: 0, do: 'nodeDown', node: 'node-4' } as const, apply(60_000, agent('app:2', { spec: rolling(1) }))];
    const stalled = timelineOf({ assumptions, cluster, baseline, events });
    assert.equal(row(stalled, 50_000), '3/3/3/3/3');
    assert.equal(daemonSetsAt(stalled, 50_000)[0]?.status.numberMisscheduled, 1);
    assert.equal(row(stalled), '3/3/3/0/3');
    assert.deepEqual(picture(stalled)['node-4'], ['Terminating']);

    const removed = timelineOf({ assumptions, cluster, baseline, events: [...events, { at: 120_000, do: 'removeNode', node: 'node-4' }] });
    assert.equal(row(removed, 120_000 + assumptions.podGc - 1), '3/3/3/0/3');
    assert.equal(row(removed), '3/3/3/3/3');

    const forced = timelineOf({
      assumptions,
      cluster,
      baseline,
      events: [...events, { at: 120_000, do: 'deletePod', pod: { namespace: 'default', daemonSet: 'agent', node: 'node-4' }, force: true }],
    });
    assert.equal(row(forced), '3/3/3/3/3');
  });

  it('E: a label taken from a node kills its pod at once, under OnDelete too', () => {
    const parts = { spec: { updateStrategy: { type: 'OnDelete' } }, pod: { nodeSelector: { 'daemonscope.dev/pool': 'node' } } };
    const timeline = timelineOf({
      assumptions,
      cluster: plainCluster(10),
      baseline: agent('app:1', parts),
      events: [{ at: 0, do: 'label', node: 'node-03', labels: { 'daemonscope.dev/pool': null } }],
    });
    assert.deepEqual(picture(timeline, 0)['node-03'], ['Terminating']);
    assert.equal(picture(timeline)['node-03'], undefined);
    assert.equal(row(timeline), '9/9/9/9/9');
  });

  it('F: a node that rejects pods makes the controller try again after 1, 2, 4 … s', () => {
    const pod = { namespace: 'default', daemonSet: 'agent', node: 'node-1' };
    const timeline = timelineOf({
      assumptions,
      baseline: agent('app:1'),
      events: [
        { at: 0, do: 'rejectPods', node: 'node-1' },
        { at: 0, do: 'evictPod', pod },
        { at: 30_000, do: 'acceptPods', node: 'node-1' },
      ],
    });
    const failures = story(timeline, 'node-1').filter(line => line.includes('Failed'));
    assert.deepEqual(
      failures.map(line => line.split(' ')[0]),
      ['0', '100', '1200', '3300', '7400', '15500'],
    );
    assert.match(failures[0]!, /Failed Evicted/);
    assert.deepEqual(picture(timeline)['node-1'], ['Running ready']);
  });
});
