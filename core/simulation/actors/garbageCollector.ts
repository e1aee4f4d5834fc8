import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import type { ControllerRef } from '../../kubernetes/objects/meta.ts';
import { deletePod } from '../world/deletePod.ts';
import { draftOf } from '../world/podDraft.ts';
import { changePod, putRevision, removeDaemonSet, removeRevision } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { livesOf, nextResourceVersion, schedule, type World } from '../world/world.ts';

/** What becomes of the dependents of a DaemonSet that is being deleted. */
export type Propagation = 'Background' | 'Foreground' | 'Orphan';
const propagations: readonly Propagation[] = ['Background', 'Foreground', 'Orphan'];

/** Asks for the dependents of a deleted DaemonSet to be dealt with, some 100 ms later. */
export function scheduleCollection(world: World, uid: string, propagation: Propagation): void {
  const { kubelet, assumptions } = world.scenario;
  const delay = kubelet.kind === 'fixed' ? kubelet.delays.ownerGC : assumptions.ownerGc;
  schedule(world, delay, 'ownerGc', uid, 0, propagations.indexOf(propagation));
}

/** Task `ownerGc`: the garbage collector deletes pods (gracefully) and revisions, or takes their owner away. */
export function collectDependents(world: World, task: Task): void {
  const propagation = propagations[task.detail] ?? 'Background';
  const owned = (object: { readonly owner: ControllerRef | null }): boolean => object.owner?.uid === task.subject;
  for (const life of livesOf(world).filter(({ pod }) => owned(pod))) {
    if (propagation !== 'Orphan') deletePod(world, life);
    else changePod(world, life, Object.assign(draftOf(life.pod), { owner: null, resourceVersion: nextResourceVersion(world) }));
  }
  for (const revision of [...world.revisions.values()].filter(owned)) {
    if (propagation !== 'Orphan') removeRevision(world, revision);
    else putRevision(world, { ...revision, owner: null, resourceVersion: nextResourceVersion(world) });
  }
  if (propagation !== 'Background') finishDeletion(world, task, propagation);
}

/** Foreground: the DaemonSet goes when its last pod has gone; until then this looks again. */
function finishDeletion(world: World, task: Task, propagation: Propagation): void {
  const daemonSet = [...world.daemonSets.values()].find((candidate: DaemonSet) => candidate.uid === task.subject);
  if (daemonSet === undefined || daemonSet.deletedAt === null) return;
  const left = propagation === 'Foreground' && livesOf(world).some(({ pod }) => pod.owner?.uid === task.subject);
  if (!left) removeDaemonSet(world, daemonSet);
  else world.awaited.add(task.subject);
}

/** A pod has gone: a DaemonSet that waits for its last pod may go too. */
export function collectorSees(world: World, ownerUid: string | undefined): void {
  if (ownerUid === undefined || !world.awaited.has(ownerUid)) return;
  world.awaited.delete(ownerUid);
  schedule(world, 0, 'ownerGc', ownerUid, 0, propagations.indexOf('Foreground'));
}
