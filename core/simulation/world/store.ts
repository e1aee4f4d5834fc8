import { namespaceOf } from '../../controller/state.ts';
import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import { objectKey } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { beginLife, type PodLife } from './podLife.ts';
import { isVirtual } from './virtualNode.ts';
import { daemonSetKey, type Happened, machineOf, type World } from './world.ts';

/**
 * Every write to the stored objects goes through these functions.
 * Invariants: the indexes agree with the objects; each write is told to the observer at once, and to actors and controller after the present task.
 */
function announce(world: World, happened: Happened): void {
  world.undelivered.push(happened);
  world.observer.changed(world.now, happened);
}

export function addPod(world: World, pod: Pod): void {
  const life = beginLife(pod, world.podCount++);
  namespaceOf(world.lives, pod.namespace).set(pod.name, life);
  if (pod.nodeName !== '') putOnMachine(world, life);
  announce(world, { kind: 'Pod', before: null, after: pod, life });
}

/** Replaces a pod by its next version, which the caller has given a new resourceVersion. */
export function changePod(world: World, life: PodLife, after: Pod): void {
  const before = life.pod;
  life.pod = after;
  if (life.machine === null && after.nodeName !== '') putOnMachine(world, life);
  announce(world, { kind: 'Pod', before, after, life });
}

export function removePod(world: World, life: PodLife): void {
  const { pod, machine } = life;
  life.gone = true;
  namespaceOf(world.lives, pod.namespace).delete(pod.name);
  if (machine !== null) machine.pods = machine.pods.filter(other => other !== life);
  announce(world, { kind: 'Pod', before: pod, after: null, life });
}

function putOnMachine(world: World, life: PodLife): void {
  const machine = machineOf(world, life.pod.nodeName);
  life.machine = machine;
  machine.pods = machine.pods.length === 0 ? [life] : [...machine.pods, life];
}

/** Adds a node or replaces it by its next version. */
export function putNode(world: World, node: Node): void {
  const machine = machineOf(world, node.name);
  const before = machine.node;
  world.nodes.set(node.name, node);
  machine.node = node;
  if (before === null) machine.virtual = isVirtual(node);
  announce(world, { kind: 'Node', before, after: node, life: null });
}

export function removeNode(world: World, node: Node): void {
  world.nodes.delete(node.name);
  machineOf(world, node.name).node = null;
  announce(world, { kind: 'Node', before: node, after: null, life: null });
}

export function putDaemonSet(world: World, daemonSet: DaemonSet): void {
  const key = daemonSetKey(world, daemonSet);
  const before = world.daemonSets.get(key) ?? null;
  world.daemonSets.set(key, daemonSet);
  announce(world, { kind: 'DaemonSet', before, after: daemonSet, life: null });
}

export function removeDaemonSet(world: World, daemonSet: DaemonSet): void {
  const key = daemonSetKey(world, daemonSet);
  world.daemonSets.delete(key);
  world.manifests.delete(key);
  announce(world, { kind: 'DaemonSet', before: daemonSet, after: null, life: null });
}

export function putRevision(world: World, revision: ControllerRevision): void {
  const key = objectKey(revision);
  const before = world.revisions.get(key) ?? null;
  world.revisions.set(key, revision);
  announce(world, { kind: 'ControllerRevision', before, after: revision, life: null });
}

export function removeRevision(world: World, revision: ControllerRevision): void {
  world.revisions.delete(objectKey(revision));
  announce(world, { kind: 'ControllerRevision', before: revision, after: null, life: null });
}
