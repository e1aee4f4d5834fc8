import { claimPods } from './claim.ts';
import { areSatisfied } from './expectations.ts';
import { buildHistory, cleanUpHistory, type History } from './history.ts';
import { manage } from './manage.ts';
import { rollingUpdate } from './rollingUpdate.ts';
import { writeStatus } from './status.ts';
import type { SyncError, SyncStage } from './syncReport.ts';
import { emit, type SyncRun } from './syncRun.ts';

/** How a sync ended. */
export interface SyncEnd {
  readonly stage: SyncStage;
  readonly hash: string;
  readonly error: SyncError | null;
}

/**
 * One sync of one DaemonSet (syncDaemonSet, daemon_controller.go).
 *
 * Assumption: the caches do not move during a sync; what it asks of the API is seen by later syncs only.
 * Invariants: a DaemonSet that is being deleted or selects everything is left alone, its status too; while creates or deletes of an
 * earlier sync are unseen, only the status is written, without observing the generation; an error of the work wins over one of the status.
 */
export function syncDaemonSet(sync: SyncRun): SyncEnd {
  if (sync.view.selectsAll) {
    emit(sync, 'Warning', 'SelectingAll', 'This daemon set is selecting all pods. A non-empty selector is required.');
    return { stage: 'selectingAll', hash: '', error: null };
  }
  if (sync.daemonSet.deletedAt !== null) return { stage: 'deleting', hash: '', error: null };
  const history = buildHistory(sync);
  if (!history.ok) return { stage: 'stopped', hash: '', error: history.error };
  const { hash } = history.value;
  sync.view.hash = hash;
  if (!areSatisfied(sync.controller.expectations, sync.key, sync.now)) {
    return { stage: 'statusOnly', hash, error: writeStatus(sync, false) };
  }
  const workError = work(sync, history.value);
  const statusError = writeStatus(sync, true);
  return { stage: 'complete', hash, error: workError ?? statusError };
}

/** Manage's part, or the rolling step when manage has nothing open; then the history. */
function work(sync: SyncRun, history: History): SyncError | null {
  const error = claimPods(sync) ?? manage(sync);
  if (error !== null) return error;
  if (areSatisfied(sync.controller.expectations, sync.key, sync.now)) {
    const rollingError = rollingUpdate(sync);
    if (rollingError !== null) return rollingError;
  }
  return cleanUpHistory(sync, history.old);
}
