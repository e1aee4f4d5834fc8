import assert from 'node:assert/strict';
import { agent, rollout } from '../../test/golden/rollout.ts';
import { plainCluster } from '../simulation/clusters/generate.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { pendingBit, stateCode, withoutBit } from './nodeState.ts';
import { createWantedTracker, takeDaemonSet, takeRevision } from './wantedTracker.ts';
import { worstZones } from './worst.ts';

const without = stateCode.terminating | withoutBit | pendingBit;

describe('the worst moment', () => {
  it('counts all that happens in one instant together', () => {
    const { history } = rollout(null, agent(), { cluster: plainCluster(4) });
    // zone-a holds the first and the last node: one goes in the very instant in which the other is back
    const swapped: NodeHistory = {
      ...history,
      lanes: {
        offsets: Int32Array.of(0, 3, 4, 5, 8),
        at: Float64Array.of(-1, 20, 30, -1, -1, -1, 10, 20),
        code: Uint8Array.of(
          stateCode.old,
          without,
          stateCode.updated,
          stateCode.old,
          stateCode.old,
          stateCode.old,
          without,
          stateCode.updated,
        ),
      },
    };
    assert.deepEqual(worstZones(swapped, 0)[0], { zone: 'zone-a', without: 1, nodes: 2 });
  });
});

describe('what a DaemonSet wants', () => {
  it('knows no current revision from an edit of the template until the controller has made it', () => {
    const { timeline, subject } = rollout(agent(), agent({ env: 'debug' }));
    const tracker = createWantedTracker('1.36', subject);
    const hashes: (string | undefined)[] = [];
    for (const version of timeline.daemonSets.filter(({ at }) => at <= 0)) {
      for (const revision of timeline.revisions.filter(({ at }) => at === version.at && at < 0)) takeRevision(tracker, revision);
      if (takeDaemonSet(tracker, version)) hashes.push(tracker.current?.hash);
    }
    for (const revision of timeline.revisions) takeRevision(tracker, revision);
    assert.equal(hashes.at(-1), '');
    assert.match(tracker.current?.hash ?? '', /^[4-9bcdf]+$/);
  });
});
