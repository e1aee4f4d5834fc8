import { type ControllerRef, objectKey } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { SyncError } from './syncReport.ts';
import { describeApiError, failure, type SyncRun } from './syncRun.ts';
import { removePod } from './view.ts';

/** The reference by which this DaemonSet owns its pods and revisions. */
export function ownReference(sync: SyncRun): ControllerRef {
  return { kind: 'DaemonSet', name: sync.daemonSet.name, uid: sync.daemonSet.uid };
}

/**
 * Releases pods whose labels do not match any more, and adopts matching orphans, once a sync (ClaimPods).
 *
 * Invariants: nothing is adopted unless a live read says that the DaemonSet is the same one and not being deleted;
 * a pod that is gone meanwhile is no error.
 */
export function claimPods(sync: SyncRun): SyncError | null {
  if (sync.view.toRelease.size === 0 && sync.view.toAdopt.size === 0) return sync.claimed?.error ?? null;
  if (sync.claimed === null) {
    const released = releaseAll(sync);
    sync.claimed = { error: adoptAll(sync) ?? released };
  }
  return sync.claimed.error;
}

function releaseAll(sync: SyncRun): SyncError | null {
  let error: SyncError | null = null;
  for (const pod of sync.view.toRelease.values()) {
    const released = sync.api.patchPodOwner(pod, null);
    if (released.ok) sync.actions.push({ kind: 'releasePod', pod: pod.name });
    else if (released.error.kind !== 'NotFound') error ??= claimFailed(pod, describeApiError(released.error));
  }
  return error;
}

function adoptAll(sync: SyncRun): SyncError | null {
  const orphans = [...sync.view.toAdopt.values()];
  if (orphans.length === 0) return null;
  const refusal = adoptionRefusal(sync);
  if (refusal !== null) return failure('adoptionRefused', `pods: ${refusal}`);
  let error: SyncError | null = null;
  for (const pod of orphans) {
    const adopted = sync.api.patchPodOwner(pod, ownReference(sync));
    if (adopted.ok) sync.actions.push({ kind: 'adoptPod', pod: pod.name });
    else if (adopted.error.kind === 'NotFound') removePod(sync.view, pod);
    else error ??= claimFailed(pod, describeApiError(adopted.error));
  }
  return error;
}

/** Why nothing may be adopted now, after a read past the caches; null: it may. */
export function adoptionRefusal(sync: SyncRun): string | null {
  const { namespace, name, uid } = sync.daemonSet;
  const fresh = sync.api.getDaemonSet(namespace, name);
  if (!fresh.ok) return describeApiError(fresh.error);
  if (fresh.value.uid !== uid) return `original DaemonSet ${objectKey(sync.daemonSet)} is gone: got uid ${fresh.value.uid}, wanted ${uid}`;
  return fresh.value.deletedAt === null ? null : `${objectKey(sync.daemonSet)} has just been deleted`;
}

function claimFailed(pod: Pod, message: string): SyncError {
  return failure('claimFailed', `${objectKey(pod)}: ${message}`);
}
