import { defined } from '../../base/assert.ts';
import type { DaemonSetStatus } from '../../kubernetes/objects/daemonSet.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { deletePod } from './deletePod.ts';
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
      withPod(world, request.uid, pod => deletePod(world, pod));
      break;
    case 'patchPodOwner':
      withPod(world, request.uid, pod =>
        changePod(world, pod, { ...pod, owner: request.owner, resourceVersion: nextResourceVersion(world) }),
      );
      break;
    case 'patchPodLabels':
      withPod(world, request.uid, pod =>
        changePod(world, pod, { ...pod, labels: { ...pod.labels, ...request.labels }, resourceVersion: nextResourceVersion(world) }),
      );
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
function createPod(world: World, pod: Pod): void {
  const createdAt = wholeSeconds(world.now);
  addPod(world, createdAt === pod.createdAt ? pod : { ...pod, createdAt });
}

function withPod(world: World, uid: string, act: (pod: Pod) => void): void {
  const pod = world.pods.get(uid);
  if (pod !== undefined) act(pod);
}

function deleteRevision(world: World, key: string): void {
  const revision = world.revisions.get(key);
  if (revision !== undefined) removeRevision(world, revision);
}

function writeStatus(world: World, key: string, uid: string, status: DaemonSetStatus): void {
  const daemonSet = world.daemonSets.get(key);
  if (daemonSet === undefined || daemonSet.uid !== uid) return;
  putDaemonSet(world, { ...daemonSet, status, resourceVersion: nextResourceVersion(world) });
}
