import type { DaemonSet, DaemonSetStatus } from '../kubernetes/objects/daemonSet.ts';
import { claimPods } from './claim.ts';
import type { SyncError } from './syncReport.ts';
import { describeApiError, failure, refreshView, requeue, type SyncRun } from './syncRun.ts';
import type { Tally } from './tally.ts';

/**
 * Writes the status when a number changed, or the generation has not been observed yet (updateDaemonSetStatus).
 *
 * Invariants: it claims pods first, and writes nothing when that fails; it tries at most twice, the second time on a fresh read;
 * observedGeneration rises only when `observed` (the sync acted on this generation).
 */
export function writeStatus(sync: SyncRun, observed: boolean): SyncError | null {
  const claimError = claimPods(sync);
  if (claimError !== null) return claimError;
  refreshView(sync);
  const { tally } = sync.view;
  const { status, generation } = sync.daemonSet;
  if (!equalCounts(status, tally) || status.observedGeneration < generation) {
    const error = store(sync, observed);
    if (error !== null) return error;
  }
  const { minReadySeconds } = sync.daemonSet.spec;
  if (minReadySeconds > 0 && tally.ready !== tally.available) requeue(sync, minReadySeconds * 1000);
  return null;
}

function store(sync: SyncRun, observed: boolean): SyncError | null {
  const { daemonSet, api } = sync;
  let target: DaemonSet = daemonSet;
  for (let attempt = 1; ; attempt++) {
    const status = statusOf(
      sync.view.tally,
      observed ? daemonSet.generation : target.status.observedGeneration,
      target.status.collisionCount,
    );
    sync.statusWrites += 1;
    const written = api.updateDaemonSetStatus(target, status);
    if (written.ok) {
      sync.status = status;
      return null;
    }
    if (attempt === 2) return failure('statusWriteFailed', describeApiError(written.error));
    const fresh = api.getDaemonSet(daemonSet.namespace, daemonSet.name);
    if (!fresh.ok) return failure('statusWriteFailed', describeApiError(fresh.error));
    target = fresh.value;
  }
}

function statusOf(tally: Tally, observedGeneration: number, collisionCount: number | null): DaemonSetStatus {
  return {
    desiredNumberScheduled: tally.desired,
    currentNumberScheduled: tally.current,
    numberReady: tally.ready,
    updatedNumberScheduled: tally.updated,
    numberAvailable: tally.available,
    numberUnavailable: tally.desired - tally.available,
    numberMisscheduled: tally.misscheduled,
    observedGeneration,
    collisionCount,
  };
}

function equalCounts(status: DaemonSetStatus, tally: Tally): boolean {
  return (
    status.desiredNumberScheduled === tally.desired &&
    status.currentNumberScheduled === tally.current &&
    status.numberReady === tally.ready &&
    status.updatedNumberScheduled === tally.updated &&
    status.numberAvailable === tally.available &&
    status.numberUnavailable === tally.desired - tally.available &&
    status.numberMisscheduled === tally.misscheduled
  );
}
