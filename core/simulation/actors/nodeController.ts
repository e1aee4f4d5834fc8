import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { ConditionStatus, Node, NodeCondition, Taint } from '../../kubernetes/objects/node.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { Machine } from '../world/machine.ts';
import { putNode, removePod } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { machineOf, nextResourceVersion, schedule, type World, wholeSeconds } from '../world/world.ts';
import { emitAboutNode } from './emit.ts';
import { kubeletOf } from './kubelet.ts';
import { writeReady } from './podStatus.ts';

const unreachable: readonly Taint[] = [
  { key: 'node.kubernetes.io/unreachable', value: '', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unreachable', value: '', effect: 'NoExecute' },
];

/** A machine falls silent: its pods stand still, and after the grace period (40 s up to 1.31, 50 s from 1.32) the node controller notices. */
export function goDown(world: World, machine: Machine): void {
  machine.up = false;
  machine.token++;
  const { kubelet, assumptions, kubernetesVersion } = world.scenario;
  const assumed = assumptions.nodeDownNotice ?? (atLeast(kubernetesVersion, '1.32') ? 50_000 : 40_000);
  schedule(world, kubelet.kind === 'fixed' ? kubelet.delays.nodeDownNotice : assumed, 'nodeDownNotice', machine.name, machine.token);
}

/** It is heard of again: what its pods were at begins anew, and soon the node controller takes its marks away. */
export function comeUp(world: World, machine: Machine): void {
  machine.up = true;
  machine.token++;
  if (machine.refuses?.reason === 'NodeShutdown') machine.refuses = null;
  const { kubelet, assumptions } = world.scenario;
  for (const life of machine.pods) kubeletOf(world).resume(world, life);
  const delay = kubelet.kind === 'fixed' ? kubelet.delays.nodeUpRecover : assumptions.nodeUpRecover;
  schedule(world, delay, 'nodeRecover', machine.name, machine.token);
}

/** Task `nodeDownNotice`: taints in one write of the node, then its pods are written as not Ready (node lifecycle controller). */
export function noticeNodeDown(world: World, task: Task): void {
  const machine = machineOf(world, task.subject);
  const node = world.nodes.get(task.subject);
  if (node === undefined || machine.token !== task.token) return;
  machine.marked = true;
  const present = node.taints.filter(taint => !isUnreachable(taint) && taint.key !== 'node.kubernetes.io/not-ready');
  writeNode(world, { ...node, taints: [...present, ...unreachable], conditions: heard(node, 'Unknown', 'NodeStatusUnknown', world.now) });
  emitAboutNode(world, node.name, 'Normal', 'NodeNotReady', `Node ${node.name} status is now: NodeNotReady`);
  const ready = machine.pods.filter(({ pod }) => pod.ready?.ready === true);
  machine.wasReady = [...machine.wasReady, ...ready];
  for (const life of ready) writeReady(world, life, false);
}

/** Task `nodeRecover`: the pods that had been Ready are Ready again, then the taints go. */
export function recoverNode(world: World, task: Task): void {
  const machine = machineOf(world, task.subject);
  if (machine.token !== task.token) return;
  const { wasReady } = machine;
  machine.wasReady = [];
  for (const life of wasReady) {
    const { ready, phase } = life.pod;
    if (!life.gone && ready?.ready === false && phase === 'Running') writeReady(world, life, true);
  }
  const node = world.nodes.get(task.subject);
  if (node === undefined || !machine.marked) return;
  machine.marked = false;
  const taints = node.taints.filter(taint => !isUnreachable(taint) && taint.key !== 'node.kubernetes.io/not-ready');
  writeNode(world, { ...node, taints, conditions: heard(node, 'True', 'KubeletReady', world.now) });
  emitAboutNode(world, node.name, 'Normal', 'NodeReady', `Node ${node.name} status is now: NodeReady`);
}

/** Task `podGc`: pods bound to a node that is still gone are removed by force (pod garbage collector). */
export function collectPods(world: World, task: Task): void {
  if (world.nodes.has(task.subject)) return;
  for (const life of machineOf(world, task.subject).pods) removePod(world, life);
}

/** Writes the next version of a node. */
export function writeNode(world: World, node: Node): void {
  putNode(world, { ...node, resourceVersion: nextResourceVersion(world) });
}

function isUnreachable(taint: Taint): boolean {
  return taint.key === 'node.kubernetes.io/unreachable';
}

function heard(node: Node, status: ConditionStatus, reason: string, now: Instant): readonly NodeCondition[] {
  return node.conditions.map(condition =>
    condition.type === 'Ready'
      ? { ...condition, status, reason, since: condition.status === status ? condition.since : wholeSeconds(now) }
      : condition,
  );
}
