import { compareOrdinal } from '../base/compare.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import { matchesSelector } from '../kubernetes/selector.ts';
import { adoptionRefusal, ownReference } from './claim.ts';
import { namespaceOf } from './state.ts';
import type { Built } from './syncReport.ts';
import { describeApiError, failure, type SyncRun } from './syncRun.ts';

/**
 * The revisions that belong to the DaemonSet; orphans that match are adopted, own ones that do not are released (controlledHistories).
 * In the order of their names.
 */
export function claimRevisions(sync: SyncRun): Built<readonly ControllerRevision[]> {
  const { daemonSet } = sync;
  const all = [...namespaceOf(sync.controller.revisions, daemonSet.namespace).values()].sort((a, b) => compareOrdinal(a.name, b.name));
  const matches = (revision: ControllerRevision): boolean => matchesSelector(daemonSet.spec.selector, revision.labels);
  const own = all.filter(({ owner }) => owner?.uid === daemonSet.uid);
  const orphans = all.filter(revision => revision.owner === null && revision.deletedAt === null && matches(revision));
  const releaseError = release(
    sync,
    own.filter(revision => !matches(revision)),
  );
  const adopted = adopt(sync, orphans);
  if (!adopted.ok) return adopted;
  if (releaseError !== null) return releaseError;
  return { ok: true, value: [...own.filter(matches), ...adopted.value].sort((a, b) => compareOrdinal(a.name, b.name)) };
}

function release(sync: SyncRun, revisions: readonly ControllerRevision[]): (Built<never> & { ok: false }) | null {
  let error: (Built<never> & { ok: false }) | null = null;
  for (const revision of revisions) {
    const released = sync.api.patchRevisionOwner(revision, null);
    if (released.ok) sync.actions.push({ kind: 'releaseRevision', revision: revision.name });
    else if (released.error.kind !== 'NotFound') error ??= claimFailed(revision, describeApiError(released.error));
  }
  return error;
}

function adopt(sync: SyncRun, orphans: readonly ControllerRevision[]): Built<readonly ControllerRevision[]> {
  const refusal = orphans.length === 0 ? null : adoptionRefusal(sync);
  if (refusal !== null) return { ok: false, error: failure('adoptionRefused', `revisions: ${refusal}`) };
  const value: ControllerRevision[] = [];
  let error: Built<never> | null = null;
  for (const revision of orphans) {
    const adopted = sync.api.patchRevisionOwner(revision, ownReference(sync));
    if (adopted.ok) {
      sync.actions.push({ kind: 'adoptRevision', revision: revision.name });
      value.push(revision);
    } else if (adopted.error.kind !== 'NotFound') error ??= claimFailed(revision, describeApiError(adopted.error));
  }
  return error ?? { ok: true, value };
}

function claimFailed(revision: ControllerRevision, message: string): Built<never> & { ok: false } {
  return { ok: false, error: failure('claimFailed', `${revision.name}: ${message}`) };
}
