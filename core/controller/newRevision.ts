import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import { ownReference } from './claim.ts';
import { revisionData, revisionHash } from './revisionData.ts';
import type { Built, SyncError } from './syncReport.ts';
import { describeApiError, failure, type SyncRun } from './syncRun.ts';
import { revisionHashLabel } from './templateGeneration.ts';

/**
 * Creates the revision of the present template (snapshot, update.go).
 *
 * Invariants: its annotations are the DaemonSet's as they are now, so a change-cause is frozen; when the name is taken by other data,
 * status.collisionCount goes up by one, and the sync ends with an error to be tried with the new hash.
 */
export function createCurrentRevision(sync: SyncRun, number: number): Built<ControllerRevision> {
  const wanted = describeRevision(sync, number);
  const created = sync.api.createRevision(wanted);
  if (created.ok) {
    sync.actions.push({ kind: 'createRevision', revision: wanted.name, number });
    return created;
  }
  if (created.error.kind !== 'AlreadyExists') return fail(failure('revisionFailed', `${wanted.name}: ${describeApiError(created.error)}`));
  const existing = sync.api.getRevision(wanted.namespace, wanted.name);
  if (!existing.ok) return fail(failure('revisionFailed', `${wanted.name}: ${describeApiError(existing.error)}`));
  if (existing.value.data === wanted.data) return existing;
  return fail(raiseCollisionCount(sync, wanted.name));
}

function describeRevision(sync: SyncRun, revision: number): ControllerRevision {
  const { daemonSet } = sync;
  const { template } = daemonSet.spec;
  const hash = revisionHash(template, daemonSet.status.collisionCount);
  return {
    namespace: daemonSet.namespace,
    name: `${daemonSet.name}-${hash}`,
    uid: '',
    labels: { ...template.labels, [revisionHashLabel]: hash },
    annotations: daemonSet.annotations,
    createdAt: sync.now,
    deletedAt: null,
    owner: ownReference(sync),
    resourceVersion: 0,
    revision,
    data: revisionData(template),
    template,
    json: { spec: { template: { ...template.json, $patch: 'replace' } } },
  };
}

function raiseCollisionCount(sync: SyncRun, name: string): SyncError {
  const { namespace, name: daemonSetName, status } = sync.daemonSet;
  const fresh = sync.api.getDaemonSet(namespace, daemonSetName);
  if (!fresh.ok) return failure('revisionFailed', describeApiError(fresh.error));
  const { collisionCount } = fresh.value.status;
  if (collisionCount !== status.collisionCount)
    return failure('staleCollisionCount', `${name} exists with other data; collisionCount has changed`);
  const raised: DaemonSet['status'] = { ...fresh.value.status, collisionCount: (collisionCount ?? 0) + 1 };
  const written = sync.api.updateDaemonSetStatus(fresh.value, raised);
  if (!written.ok) return failure('statusWriteFailed', describeApiError(written.error));
  sync.status = raised;
  sync.statusWrites += 1;
  return failure('revisionNameCollision', `${name} already exists with other data`);
}

function fail(error: SyncError): { readonly ok: false; readonly error: SyncError } {
  return { ok: false, error };
}
