import type { Task } from '../world/task.ts';
import type { Happened, World } from '../world/world.ts';
import { fixedKubelet } from './fixedKubelet.ts';
import type { Kubelet } from './kubeletKind.ts';
import { manifestKubelet } from './manifestKubelet.ts';
import { virtualKubeletSees } from './virtualKubelet.ts';

export function kubeletOf(world: World): Kubelet {
  return world.scenario.kubelet.kind === 'fixed' ? fixedKubelet : manifestKubelet;
}

/** What happens to a pod on a machine that is down waits until it is up again. */
export function kubeletSees(world: World, { kind, before, after, life }: Happened): void {
  if (kind !== 'Pod' || after === null || life === null || after.nodeName === '') return;
  if (life.machine?.up !== true) return;
  if (life.machine.virtual) virtualKubeletSees(world, before, life);
  else if (before === null || before.nodeName === '') kubeletOf(world).begin(world, life);
  else if (before.deletedAt === null && after.deletedAt !== null) kubeletOf(world).end(world, life);
}

/** Task `podStep`: void when the pod's course has changed since, or its machine is down. */
export function stepPod(world: World, task: Task): void {
  const { life } = task;
  if (life === null || life.gone || life.token !== task.token) return;
  if (life.machine?.up === true) kubeletOf(world).step(world, life, task);
}
