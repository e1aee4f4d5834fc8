import assert from 'node:assert/strict';
import { agent, apply, timelineOf } from '../../test/kit/scenario.ts';
import { createRandom, nextInt } from '../base/random.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { defaultAssumptions } from './assumptions.ts';
import { plainCluster } from './clusters/generate.ts';
import { daemonSetsAt, historyOfNode, nodesAt, podsAt, type Timeline, traceHash } from './timeline.ts';

const timeline = timelineOf({
  cluster: plainCluster(300),
  assumptions: { ...defaultAssumptions, jitter: 0.5 },
  baseline: agent('app:1', { spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '20%' } } } }),
  events: [
    apply(0, agent('app:2', { spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '20%' } } } })),
    { at: 10_000, do: 'removeNode', node: 'node-007' },
  ],
});

/** The plain way: everything from the start. */
function replayed(of: Timeline, at: number): Pod[] {
  const pods = new Map<string, Pod>();
  for (const version of of.pods) {
    if (version.at > at) break;
    if (version.after) pods.set(version.after.uid, version.after);
    else pods.delete(version.before!.uid);
  }
  return [...pods.values()];
}

describe('a timeline', () => {
  it('knows the objects at any instant, asked in any order', () => {
    const random = createRandom(7);
    const last = timeline.instants.at(-1)!;
    for (let i = 0; i < 60; i++) {
      const at = nextInt(random, last + 1000) - 500;
      assert.deepEqual(podsAt(timeline, at), replayed(timeline, at));
    }
    assert.equal(podsAt(timeline, -2).length, 0);
    assert.equal(nodesAt(timeline, 9_999).length, 300);
    assert.equal(nodesAt(timeline, 10_000).length, 299);
    assert.equal(daemonSetsAt(timeline, last)[0]?.generation, 2);
  });

  it('knows the history of a node', () => {
    const uid = daemonSetsAt(timeline, 0)[0]!.uid;
    const history = historyOfNode(timeline, 'node-100', uid);
    assert.deepEqual(
      history,
      timeline.pods.filter(({ before, after }) => ((after ?? before)!.nodeName || (after ?? before)!.targetNode) === 'node-100'),
    );
    assert.ok(history.length >= 6);
    assert.deepEqual(historyOfNode(timeline, 'nowhere', uid), []);
  });

  it('lists each instant of change once, in order, and every sync with its report', () => {
    assert.deepEqual(
      timeline.instants,
      [...new Set(timeline.instants)].sort((a, b) => a - b),
    );
    const creates = timeline.syncs.flatMap(sync => sync.report.actions.filter(action => action.kind === 'createPod'));
    assert.equal(creates.length, timeline.pods.filter(version => version.before === null && version.at >= 0).length);
  });

  it('has a hash that follows from everything that happened', () => {
    assert.match(traceHash(timeline), /^[0-9a-f]{16}$/);
    assert.notEqual(traceHash({ ...timeline, pods: timeline.pods.slice(0, -1) }), traceHash(timeline));
  });
});
