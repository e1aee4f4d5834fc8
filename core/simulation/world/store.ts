import type { Change } from '../../controller/change.ts';
import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import { objectKey } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { isVirtual } from './virtualNode.ts';
import { machineOf, type World } from './world.ts';

/**
 * Every write to the stored objects goes through these functions.
 * Invariants: the indexes agree with the objects; each write is told to the observer at once, and to actors and controller after the present task.
 */
function announce(world: World, change: Change): void {
  world.undelivered.push(change);
  world.observer.changed(world.now, change);
}

export function addPod(world: World, pod: Pod): void {
  world.pods.set(pod.uid, pod);
  world.podUids.set(objectKey(pod), pod.uid);
  if (pod.nodeName !== '') machineOf(world, pod.nodeName).pods.push(pod.uid);
  announce(world, { kind: 'Pod', before: null, after: pod });
}

/** Replaces a pod by its next version, which the caller has given a new resourceVersion. */
export function changePod(world: World, before: Pod, after: Pod): void {
  world.pods.set(after.uid, after);
  if (before.nodeName === '' && after.nodeName !== '') machineOf(world, after.nodeName).pods.push(after.uid);
  announce(world, { kind: 'Pod', before, after });
}

export function removePod(world: World, pod: Pod): void {
  world.pods.delete(pod.uid);
  world.lives.delete(pod.uid);
  world.podUids.delete(objectKey(pod));
  if (pod.nodeName !== '') forget(machineOf(world, pod.nodeName).pods, pod.uid);
  announce(world, { kind: 'Pod', before: pod, after: null });
}

function forget(uids: string[], uid: string): void {
  const index = uids.indexOf(uid);
  if (index >= 0) uids.splice(index, 1);
}

/** Adds a node or replaces it by its next version. */
export function putNode(world: World, node: Node): void {
  const before = world.nodes.get(node.name) ?? null;
  world.nodes.set(node.name, node);
  if (before === null) machineOf(world, node.name).virtual = isVirtual(node);
  announce(world, { kind: 'Node', before, after: node });
}

export function removeNode(world: World, node: Node): void {
  world.nodes.delete(node.name);
  announce(world, { kind: 'Node', before: node, after: null });
}

export function putDaemonSet(world: World, daemonSet: DaemonSet): void {
  const key = objectKey(daemonSet);
  const before = world.daemonSets.get(key) ?? null;
  world.daemonSets.set(key, daemonSet);
  announce(world, { kind: 'DaemonSet', before, after: daemonSet });
}

export function removeDaemonSet(world: World, daemonSet: DaemonSet): void {
  const key = objectKey(daemonSet);
  world.daemonSets.delete(key);
  world.manifests.delete(key);
  announce(world, { kind: 'DaemonSet', before: daemonSet, after: null });
}

export function putRevision(world: World, revision: ControllerRevision): void {
  const key = objectKey(revision);
  const before = world.revisions.get(key) ?? null;
  world.revisions.set(key, revision);
  announce(world, { kind: 'ControllerRevision', before, after: revision });
}

export function removeRevision(world: World, revision: ControllerRevision): void {
  world.revisions.delete(objectKey(revision));
  announce(world, { kind: 'ControllerRevision', before: revision, after: null });
}
