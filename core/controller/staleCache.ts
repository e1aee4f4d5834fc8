import { type SyncEnd, syncDaemonSet } from './sync.ts';
import { failure, type SyncRun } from './syncRun.ts';
import { enqueue } from './workQueue.ts';

/**
 * A sync, unless the caches are known to be older than the controller's own writes (gate StaleControllerConsistencyDaemonSet, on from 1.36).
 *
 * Assumptions: pods and DaemonSets come through informers of their own. A sync that asked for one pod and then wrote the status is queued again by
 * the pod's event before its status write has come back: that next sync is refused and tried again after 5 ms. The status' own event queues it at once,
 * too. A sync that wrote only the status is woken by that very write; one that waited for several pods gave the caches time. In Kubernetes this is a race,
 * which may go either way; this rule gives one of the recorded results in all recordings.
 * Invariant: the retry shares the one timer of the DaemonSet. It pulls a pending requeue forward and uses it up: this is what the guard changes.
 */
export function syncWhenFresh(sync: SyncRun): SyncEnd {
  const { controller, view } = sync;
  if (view.stale) {
    view.stale = false;
    enqueue(controller.queue, sync.key, sync.now);
    return { stage: 'stopped', hash: view.hash, error: failure('staleCache', 'the caches do not hold the last write yet') };
  }
  const end = syncDaemonSet(sync);
  view.stale = controller.profile.staleCacheGuard && sync.status !== null && podWrites(sync) === 1;
  return end;
}

function podWrites({ actions }: SyncRun): number {
  let writes = 0;
  for (const { kind } of actions) if (kind === 'createPod' || kind === 'deletePod') writes++;
  return writes;
}
