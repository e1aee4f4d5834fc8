import type { Change } from '../../controller/change.ts';
import type { Task } from '../world/task.ts';
import { lifeOf, machineOf, type World } from '../world/world.ts';
import { fixedKubelet } from './fixedKubelet.ts';
import type { Kubelet } from './kubeletKind.ts';
import { manifestKubelet } from './manifestKubelet.ts';
import { virtualKubeletSees } from './virtualKubelet.ts';

export function kubeletOf(world: World): Kubelet {
  return world.scenario.kubelet.kind === 'fixed' ? fixedKubelet : manifestKubelet;
}

/** What happens to a pod on a machine that is down waits until it is up again. */
export function kubeletSees(world: World, change: Change): void {
  if (change.kind !== 'Pod' || change.after === null || change.after.nodeName === '') return;
  const { before, after } = change;
  const machine = machineOf(world, after.nodeName);
  if (!machine.up) return;
  if (machine.virtual) virtualKubeletSees(world, before, after);
  else if (before === null || before.nodeName === '') kubeletOf(world).begin(world, after);
  else if (before.deletedAt === null && after.deletedAt !== null) kubeletOf(world).end(world, after);
}

/** Task `podStep`: void when the pod's course has changed since, or its machine is down. */
export function stepPod(world: World, task: Task): void {
  const pod = world.pods.get(task.subject);
  if (pod === undefined || lifeOf(world, pod.uid).token !== task.token) return;
  if (machineOf(world, pod.nodeName).up) kubeletOf(world).step(world, pod, task);
}
