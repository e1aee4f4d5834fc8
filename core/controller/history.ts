import { compareNumbers, compareOrdinal } from '../base/compare.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import { claimPods } from './claim.ts';
import { claimRevisions } from './claimRevisions.ts';
import { createCurrentRevision } from './newRevision.ts';
import { revisionData } from './revisionData.ts';
import type { Built, SyncError } from './syncReport.ts';
import { describeApiError, failure, type SyncRun } from './syncRun.ts';
import { labelOf, revisionHashLabel } from './templateGeneration.ts';
import { isClaimed, podsOf } from './view.ts';

/** The revisions of a DaemonSet as a sync works with them. */
export interface History {
  /** The hash that new pods carry: the label of the current revision, not a recomputed one. */
  readonly hash: string;
  readonly old: readonly ControllerRevision[];
}

/**
 * Finds or makes the current revision (constructHistory, update.go).
 *
 * Invariants:
 * - revisions are equal when their data is byte for byte the same, whatever their names;
 * - after it exactly one current revision is left, with the highest number: a rollback moves the number up;
 * - a revision without hash label is labelled with its own name.
 */
export function buildHistory(sync: SyncRun): Built<History> {
  const { view, controller } = sync;
  const { template } = sync.daemonSet.spec;
  if (view.history?.template === template && view.history.version === controller.revisionsVersion) return { ok: true, value: view.history };
  const built = settleHistory(sync);
  const settled = built.ok && sync.actions.length === 0;
  view.history = settled ? { template, version: controller.revisionsVersion, hash: built.value.hash, old: built.value.old } : null;
  return built;
}

function settleHistory(sync: SyncRun): Built<History> {
  const claimed = claimRevisions(sync);
  if (!claimed.ok) return claimed;
  const labelled = labelAll(sync, claimed.value);
  if (!labelled.ok) return labelled;
  const data = revisionData(sync.daemonSet.spec.template);
  const old = labelled.value.filter(revision => revision.data !== data);
  const number = old.reduce((highest, { revision }) => Math.max(highest, revision), 0) + 1;
  const current = settleCurrent(
    sync,
    labelled.value.filter(revision => revision.data === data),
    number,
  );
  if (!current.ok) return current;
  return { ok: true, value: { hash: labelOf(current.value.labels, revisionHashLabel) ?? '', old } };
}

/**
 * Deletes old revisions beyond revisionHistoryLimit (cleanupHistory, update.go).
 * Invariants: the current one is not counted, one that a pod still carries is kept, lower numbers go first.
 */
export function cleanUpHistory(sync: SyncRun, old: readonly ControllerRevision[]): SyncError | null {
  let surplus = old.length - sync.daemonSet.spec.revisionHistoryLimit;
  if (surplus <= 0) return null;
  for (const revision of [...old].sort((a, b) => compareNumbers(a.revision, b.revision))) {
    if (surplus <= 0) return null;
    const hash = labelOf(revision.labels, revisionHashLabel) ?? '';
    if (sync.view.liveHashes.has(hash)) continue;
    const error = deleteRevision(sync, revision);
    if (error !== null) return error;
    surplus--;
  }
  return null;
}

function labelAll(sync: SyncRun, revisions: readonly ControllerRevision[]): Built<readonly ControllerRevision[]> {
  const result: ControllerRevision[] = [];
  for (const revision of revisions) {
    if (labelOf(revision.labels, revisionHashLabel) !== undefined) result.push(revision);
    else {
      const updated = sync.api.updateRevision({ ...revision, labels: { ...revision.labels, [revisionHashLabel]: revision.name } });
      if (!updated.ok) return { ok: false, error: revisionFailed(revision, describeApiError(updated.error)) };
      sync.actions.push({ kind: 'labelRevision', revision: revision.name });
      result.push(updated.value);
    }
  }
  return { ok: true, value: result };
}

function settleCurrent(sync: SyncRun, current: readonly ControllerRevision[], number: number): Built<ControllerRevision> {
  const kept = [...current].sort((a, b) => compareNumbers(b.revision, a.revision) || compareOrdinal(b.name, a.name))[0];
  if (kept === undefined) return createCurrentRevision(sync, number);
  if (current.length > 1) {
    const error = removeDuplicates(
      sync,
      kept,
      current.filter(revision => revision !== kept),
    );
    if (error !== null) return { ok: false, error };
  }
  if (kept.revision >= number) return { ok: true, value: kept };
  const updated = sync.api.updateRevision({ ...kept, revision: number });
  if (!updated.ok) return { ok: false, error: revisionFailed(kept, describeApiError(updated.error)) };
  sync.actions.push({ kind: 'updateRevision', revision: kept.name, number });
  return { ok: true, value: kept };
}

/** All pods that carry another hash get the kept one's, truly old pods too: they then count as updated. */
function removeDuplicates(sync: SyncRun, kept: ControllerRevision, duplicates: readonly ControllerRevision[]): SyncError | null {
  const claimError = claimPods(sync);
  if (claimError !== null) return claimError;
  const relabelError = relabelPods(sync, labelOf(kept.labels, revisionHashLabel) ?? '');
  if (relabelError !== null) return relabelError;
  for (const revision of duplicates) {
    const error = deleteRevision(sync, revision);
    if (error !== null) return error;
  }
  return null;
}

function relabelPods(sync: SyncRun, hash: string): SyncError | null {
  for (const pod of podsOf(sync.view)) {
    if (!isClaimed(sync.view, pod) || labelOf(pod.labels, revisionHashLabel) === hash) continue;
    const patched = sync.api.patchPodLabels(pod, { ...pod.labels, [revisionHashLabel]: hash });
    if (!patched.ok) return failure('revisionFailed', `labelling pod ${pod.name}: ${describeApiError(patched.error)}`);
    sync.actions.push({ kind: 'relabelPod', pod: pod.name });
  }
  return null;
}

function deleteRevision(sync: SyncRun, revision: ControllerRevision): SyncError | null {
  const deleted = sync.api.deleteRevision(revision);
  if (!deleted.ok) return revisionFailed(revision, describeApiError(deleted.error));
  sync.actions.push({ kind: 'deleteRevision', revision: revision.name });
  return null;
}

function revisionFailed(revision: ControllerRevision, message: string): SyncError {
  return failure('revisionFailed', `${revision.name}: ${message}`);
}
