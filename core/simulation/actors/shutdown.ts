import type { Node, Taint } from '../../kubernetes/objects/node.ts';
import type { Machine } from '../world/machine.ts';
import type { Task } from '../world/task.ts';
import { machineOf, schedule, type World, wholeSeconds } from '../world/world.ts';
import { goDown, writeNode } from './nodeController.ts';
import { failPod } from './podStatus.ts';

/** How long a node gives its pods before it goes off: 30 s, as many set shutdownGracePeriod (the kubelet's own default is not to wait at all). */
export const shutdownGrace = 30_000;

const notReady: readonly Taint[] = [
  { key: 'node.kubernetes.io/not-ready', value: '', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/not-ready', value: '', effect: 'NoExecute' },
];

/**
 * A graceful node shutdown (kubelet nodeshutdown): the node reports NotReady, its pods end as Failed, and each new one is refused until the machine is off.
 *
 * Assumption: every process is gone within its grace period, so pods are ended at once.
 */
export function shutDown(world: World, machine: Machine, node: Node): void {
  machine.refuses = { reason: 'NodeShutdown', message: 'Pod was rejected as the node is shutting down.' };
  machine.marked = true;
  schedule(world, shutdownGrace, 'powerOff', machine.name, machine.token);
  const conditions = node.conditions.map(condition =>
    condition.type === 'Ready'
      ? { ...condition, status: 'False' as const, reason: 'KubeletNotReady', since: wholeSeconds(world.now) }
      : condition,
  );
  writeNode(world, { ...node, conditions, taints: [...node.taints.filter(taint => !isNotReady(taint)), ...notReady] });
  for (const life of machine.pods) {
    if (life.pod.phase === 'Failed') continue;
    life.token++;
    failPod(world, life, 'Terminated', 'Pod was terminated in response to imminent node shutdown.');
  }
}

/** Task `powerOff`. */
export function powerOff(world: World, task: Task): void {
  const machine = machineOf(world, task.subject);
  if (machine.up && machine.token === task.token) goDown(world, machine);
}

function isNotReady(taint: Taint): boolean {
  return taint.key === 'node.kubernetes.io/not-ready';
}
