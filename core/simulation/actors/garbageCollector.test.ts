import assert from 'node:assert/strict';
import { agent, apply, picture, row, timelineOf } from '../../../test/kit/scenario.ts';
import { revisionsAt } from '../timeline.ts';
import type { Propagation } from './garbageCollector.ts';

const deleted = (propagation: Propagation) =>
  ({ at: 0, do: 'deleteDaemonSet', namespace: 'default', daemonSet: 'agent', propagation }) as const;
const end = Number.MAX_SAFE_INTEGER;

describe('deleting a DaemonSet', () => {
  it('in the background: it is gone at once, its pods a little later', () => {
    const timeline = timelineOf({ baseline: agent('app:1'), events: [deleted('Background')] });
    assert.equal(row(timeline, 0), 'gone');
    assert.equal(picture(timeline, 99)['node-1']?.[0], 'Running ready');
    assert.deepEqual(picture(timeline), {});
    assert.deepEqual(revisionsAt(timeline, end), []);
  });

  it('in the foreground: it stays until its last pod has gone', () => {
    const timeline = timelineOf({ baseline: agent('app:1'), events: [deleted('Foreground')] });
    assert.equal(row(timeline, 3_099), '3/3/3/3/3');
    assert.equal(row(timeline, 3_100), 'gone');
    assert.deepEqual(picture(timeline), {});
  });

  it('as orphans: its pods stay; the same template takes them in again, another one replaces them', () => {
    const orphaned = timelineOf({ baseline: agent('app:1'), events: [deleted('Orphan')] });
    assert.equal(row(orphaned), 'gone');
    assert.equal(Object.keys(picture(orphaned)).length, 3);
    const same = timelineOf({ baseline: agent('app:1'), events: [deleted('Orphan'), apply(10_000, agent('app:1'))] });
    assert.equal(row(same), '3/3/3/3/3');
    assert.equal(same.pods.filter(version => version.before === null && version.at >= 0).length, 0);
  });
});
