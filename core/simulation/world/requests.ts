import { defined } from '../../base/assert.ts';
import type { DaemonSet, DaemonSetStatus } from '../../kubernetes/objects/daemonSet.ts';
import { deletePod } from './deletePod.ts';
import { draftOf, type PodDraft } from './podDraft.ts';
import type { PodLife } from './podLife.ts';
import { addPod, changePod, putDaemonSet, putRevision, removeRevision } from './store.ts';
import type { Request, Task } from './task.ts';
import { nextResourceVersion, type World, wholeSeconds } from './world.ts';

/** Task `request`: a write of the controller whose turn has come. */
export function carryOutTask(world: World, task: Task): void {
  carryOut(world, defined(task.request, 'a request task carries its request'));
}

/** Carries out a write of the controller. What it was about may be gone by now: then nothing happens. */
export function carryOut(world: World, request: Request): void {
  switch (request.kind) {
    case 'createPod':
      createPod(world, request.pod);
      break;
    case 'deletePod':
      if (!request.life.gone) deletePod(world, request.life);
      break;
    case 'patchPodOwner':
      patchPod(world, request.life, { owner: request.owner });
      break;
    case 'patchPodLabels':
      patchPod(world, request.life, { labels: { ...request.life.pod.labels, ...request.labels } });
      break;
    case 'putRevision':
      putRevision(world, request.revision);
      break;
    case 'deleteRevision':
      deleteRevision(world, request.key);
      break;
    case 'writeStatus':
      writeStatus(world, request.key, request.uid, request.status);
      break;
  }
}

/** A pod gets its time when it comes to be. */
function createPod(world: World, pod: PodDraft): void {
  pod.createdAt = wholeSeconds(world.now);
  addPod(world, pod);
}

function patchPod(world: World, life: PodLife, patch: Partial<Pick<PodDraft, 'owner' | 'labels'>>): void {
  if (life.gone) return;
  changePod(world, life, Object.assign(draftOf(life.pod), patch, { resourceVersion: nextResourceVersion(world) }));
}

function deleteRevision(world: World, key: string): void {
  const revision = world.revisions.get(key);
  if (revision !== undefined) removeRevision(world, revision);
}

function writeStatus(world: World, key: string, uid: string, status: DaemonSetStatus): void {
  const daemonSet = world.daemonSets.get(key);
  if (daemonSet === undefined || daemonSet.uid !== uid) return;
  putDaemonSet(world, withStatus(daemonSet, status, nextResourceVersion(world)));
}

/** Field by field, as in podDraft.ts: the status is written again and again. */
function withStatus(daemonSet: DaemonSet, status: DaemonSetStatus, resourceVersion: number): DaemonSet {
  return {
    namespace: daemonSet.namespace,
    name: daemonSet.name,
    uid: daemonSet.uid,
    labels: daemonSet.labels,
    annotations: daemonSet.annotations,
    createdAt: daemonSet.createdAt,
    deletedAt: daemonSet.deletedAt,
    owner: daemonSet.owner,
    resourceVersion,
    generation: daemonSet.generation,
    spec: daemonSet.spec,
    status,
  };
}
