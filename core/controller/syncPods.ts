import { defined } from '../base/assert.ts';
import type { Labels } from '../kubernetes/objects/meta.ts';
import { creationsObserved, deletionObserved, expect, expectNothing } from './expectations.ts';
import type { PlannedDelete } from './podCare.ts';
import { nodeOfPod } from './podOrder.ts';
import type { CreateReason } from './reasons.ts';
import type { SyncError } from './syncReport.ts';
import { describeApiError, emit, failure, type SyncRun } from './syncRun.ts';
import { newPodLabels } from './templateGeneration.ts';

export interface PlannedCreate {
  readonly node: string;
  readonly because: CreateReason;
}

/** At most so many creates, and so many deletes, in one sync; the rest is for later ones. */
export const burst = 250;

/**
 * Asks for the pods to be created and deleted (syncNodes, daemon_controller.go).
 *
 * Invariants:
 * - expectations are set before anything is asked, and overwritten each time, so nothing acts again before the caches have seen it all;
 * - creates go in batches of 1, 2, 4 …; after a batch with an error the rest is skipped, and not expected;
 * - a delete of a pod that is gone is no error; a create in a namespace that is being deleted is none either, but stays expected.
 */
export function syncPods(sync: SyncRun, creates: readonly PlannedCreate[], deletes: readonly PlannedDelete[]): SyncError | null {
  if (creates.length === 0 && deletes.length === 0) {
    expectNothing(sync.controller.expectations, sync.key);
    return null;
  }
  const wanted = creates.length > burst ? creates.slice(0, burst) : creates;
  const unwanted = deletes.length > burst ? deletes.slice(0, burst) : deletes;
  expect(sync.controller.expectations, sync.key, wanted.length, unwanted.length, sync.now);
  const createError = createInBatches(sync, wanted);
  let deleteError: SyncError | null = null;
  for (const planned of unwanted) deleteError = deletePod(sync, planned) ?? deleteError;
  return createError ?? deleteError;
}

function createInBatches(sync: SyncRun, creates: readonly PlannedCreate[]): SyncError | null {
  if (creates.length === 0) return null;
  const labels = podLabels(sync);
  let done = 0;
  for (let size = 1; done < creates.length; size *= 2) {
    const end = Math.min(done + size, creates.length);
    let error: SyncError | null = null;
    for (; done < end; done++) error = createPod(sync, defined(creates[done], 'a batch ends with the list'), labels) ?? error;
    if (error === null) continue;
    creationsObserved(sync.controller.expectations, sync.key, creates.length - done);
    return error;
  }
  return null;
}

function podLabels({ view, daemonSet }: SyncRun): Labels {
  const { annotations, spec } = daemonSet;
  const known = view.podLabels;
  if (known?.template === spec.template && known.annotations === annotations && known.hash === view.hash) return known.labels;
  const labels = newPodLabels(daemonSet, view.hash);
  view.podLabels = { template: spec.template, annotations, hash: view.hash, labels };
  return labels;
}

function createPod(sync: SyncRun, { node, because }: PlannedCreate, labels: Labels): SyncError | null {
  const created = sync.api.createPod({ daemonSet: sync.daemonSet, targetNode: node, labels });
  if (created.ok) {
    sync.actions.push({ kind: 'createPod', node, pod: created.value.name, because });
    emit(sync, 'Normal', 'SuccessfulCreate', 'Created pod: ', created.value.name);
    return null;
  }
  sync.actions.push({ kind: 'createFailed', node, error: created.error, because });
  if (created.error.kind === 'NamespaceTerminating') return null;
  const message = describeApiError(created.error);
  creationsObserved(sync.controller.expectations, sync.key);
  emit(sync, 'Warning', 'FailedCreate', `Error creating: ${message}`);
  return failure('podCreateFailed', message);
}

function deletePod(sync: SyncRun, { pod, because }: PlannedDelete): SyncError | null {
  const node = nodeOfPod(pod);
  const deleted = sync.api.deletePod(pod);
  if (deleted.ok) {
    sync.actions.push({ kind: 'deletePod', node, pod: pod.name, because });
    emit(sync, 'Normal', 'SuccessfulDelete', 'Deleted pod: ', pod.name);
    return null;
  }
  deletionObserved(sync.controller.expectations, sync.key);
  sync.actions.push({ kind: 'deleteFailed', node, pod: pod.name, error: deleted.error, because });
  if (deleted.error.kind === 'NotFound') return null;
  const message = describeApiError(deleted.error);
  emit(sync, 'Warning', 'FailedDelete', `Error deleting: ${message}`);
  return failure('podDeleteFailed', message);
}
