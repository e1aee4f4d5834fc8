import type { ConditionStatus, Node, NodeCondition, Taint } from '../../kubernetes/objects/node.ts';
import type { PressureResource } from '../scenario.ts';
import type { Machine } from '../world/machine.ts';
import type { PodLife } from '../world/podLife.ts';
import type { Task } from '../world/task.ts';
import { machineOf, schedule, type World, wholeSeconds } from '../world/world.ts';
import { isCritical, pressureConditions } from './admission.ts';
import { emitAboutPod } from './emit.ts';
import { writeNode } from './nodeController.ts';
import { failPod } from './podStatus.ts';

/** The eviction manager looks every 10 s and evicts one pod a round (kubelet eviction_manager.go, monitoringInterval). */
const roundInterval = 10_000;
/** How long the condition stays when the shortage is over (evictionPressureTransitionPeriod). */
export const transitionPeriod = 300_000;

const low: Readonly<Record<PressureResource, string>> = { memory: 'memory', disk: 'ephemeral-storage', pid: 'pids' };

/** A node runs short of a resource: condition and taint at once, then one eviction after the other. */
export function beginPressure(world: World, machine: Machine, node: Node, resource: PressureResource): void {
  machine.pressure ??= new Map();
  machine.pressure.set(resource, world.now);
  schedule(world, 0, 'evictionRound', node.name, machine.token);
  writeNode(world, marked(world, node, resource, true));
}

/**
 * Task `evictionRound`: the least important pod goes, and the kubelet looks again while the shortage lasts.
 *
 * Assumptions: use beyond requests is not known, so pods go by priority, the youngest first; evicting them does not end the shortage.
 */
export function evictNext(world: World, task: Task): void {
  const machine = machineOf(world, task.subject);
  const [resource] = machine.pressure?.keys() ?? [];
  if (resource === undefined || !machine.up || machine.token !== task.token) return;
  const victim = nextVictim(machine);
  if (victim === undefined) return;
  victim.token++;
  const message = `The node was low on resource: ${low[resource]}. `;
  emitAboutPod(world, 'kubelet', victim.pod, 'Warning', 'Evicted', () => message);
  failPod(world, victim, 'Evicted', message);
  schedule(world, roundInterval, 'evictionRound', machine.name, machine.token);
}

function nextVictim(machine: Machine): PodLife | undefined {
  return machine.pods
    .filter(({ pod }) => pod.phase === 'Running' && pod.deletedAt === null && !isCritical(pod))
    .sort((a, b) => a.pod.spec.priority - b.pod.spec.priority || b.pod.createdAt - a.pod.createdAt)[0];
}

/** The shortage is over: the kubelet says so after the transition period. */
export function relievePressure(world: World, machine: Machine): void {
  schedule(world, transitionPeriod, 'pressureOver', machine.name);
}

/** Task `pressureOver`. */
export function endPressure(world: World, task: Task): void {
  const machine = machineOf(world, task.subject);
  const node = world.nodes.get(task.subject);
  const since = world.now - transitionPeriod;
  for (const [resource, from] of machine.pressure ?? []) {
    if (from > since) continue;
    machine.pressure?.delete(resource);
    if (node !== undefined) writeNode(world, marked(world, world.nodes.get(task.subject) ?? node, resource, false));
  }
}

function marked(world: World, node: Node, resource: PressureResource, on: boolean): Node {
  const { type, taint: key } = pressureConditions[resource];
  const status: ConditionStatus = on ? 'True' : 'False';
  const condition: NodeCondition = { type, status, reason: `KubeletHas${on ? '' : 'No'}${type}`, since: wholeSeconds(world.now) };
  const taints = node.taints.filter(taint => taint.key !== key);
  const taint: Taint = { key, value: '', effect: 'NoSchedule' };
  return {
    ...node,
    conditions: [condition, ...node.conditions.filter(other => other.type !== type)],
    taints: on ? [...taints, taint] : taints,
  };
}
