import assert from 'node:assert/strict';
import { revisionData } from '../../../core/controller/revisionData.ts';
import type { ControllerRevision } from '../../../core/kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../../core/kubernetes/objects/daemonSet.ts';
import { revisionDetails, rolloutHistory } from '../../../core/presentation/rolloutHistory.ts';
import { rolloutStatus } from '../../../core/presentation/rolloutStatus.ts';
import { daemonSet, l1, onDelete, rolling, template } from './objects.ts';

/** Upstream cases 83–85: what kubectl says of a rollout. Case 86, the undo, is the API server's. */

const at = (generation: number, observedGeneration: number, updated: number, available: number, desired: number): DaemonSet => {
  const own = daemonSet({ strategy: rolling(1) });
  const numbers = { updatedNumberScheduled: updated, numberAvailable: available, desiredNumberScheduled: desired };
  return { ...own, generation, status: { ...own.status, observedGeneration, ...numbers } };
};

describe('upstream: kubectl rollout', () => {
  const waiting = 'Waiting for daemon set "foo" rollout to finish:';
  const table: readonly [string, DaemonSet, string, boolean][] = [
    ['83a not updated', at(0, 1, 0, 0, 1), `${waiting} 0 out of 1 new pods have been updated...`, false],
    ['83b not available', at(1, 1, 2, 1, 2), `${waiting} 1 of 2 updated pods are available...`, false],
    ['83c all', at(1, 1, 2, 2, 2), 'daemon set "foo" successfully rolled out', true],
    ['83d not observed', at(2, 1, 2, 2, 2), 'Waiting for daemon set spec update to be observed...', false],
    ['84 OnDelete', daemonSet({ strategy: onDelete }), 'rollout status is only available for RollingUpdate strategy type', true],
  ];
  for (const [title, own, text, done] of table) {
    it(title, () => {
      const status = rolloutStatus(own);
      assert.deepEqual([status.text, status.done, status.error], [text, done, title.startsWith('84')]);
    });
  }

  it('85 lists revisions, and shows one', () => {
    const its = { ...template(), json: { metadata: { labels: l1 }, spec: { containers: [{ name: 'main', image: 'foo/bar' }] } } };
    const revision: ControllerRevision = {
      ...{ namespace: 'default', name: 'foo-x', uid: 'x', labels: {}, annotations: {}, createdAt: 0, deletedAt: null, owner: null },
      ...{ resourceVersion: 1, revision: 1, data: revisionData(its), template: its, json: {} },
    };
    assert.match(rolloutHistory('foo', [revision]), /^daemonset\.apps\/foo \nREVISION {2}CHANGE-CAUSE\n1 {9}<none>\n/);
    assert.match(revisionDetails('foo', [revision], 1) ?? '', /^daemonset\.apps\/foo with revision #1\nPod Template:\n[\s\S]*foo\/bar/);
    assert.equal(revisionDetails('foo', [revision], 2), null);
  });
});
