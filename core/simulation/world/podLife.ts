import { defined } from '../../base/assert.ts';
import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { ContainerLife, Machine, PodLife } from './boundPod.ts';
import { nobody } from './nobody.ts';

export type { ContainerLife, PodLife } from './boundPod.ts';

export function beginLife(pod: Pod, number: number): PodLife {
  return { pod, machine: null, number, gone: false, token: 0, attempts: 0, lastAttempt: 0, containers: noContainers };
}

const noContainers: readonly never[] = [];

/** Nobody will ask for the object any more. Tasks may hold the life for long, and so may old memory: the pod's last version is not to be kept by it. */
export function forgetPod(life: PodLife): void {
  life.pod = nobody;
}

/** The machine of a pod that is known to be bound. */
export function machineOfPod(life: PodLife): Machine {
  return defined(life.machine, 'the pod is bound');
}

export function freshContainer(): ContainerLife {
  return { token: 0, begun: false, startedAt: 0, failures: 0, restarts: 0, pullFailures: 0, done: false };
}

/** The kubelet's longest back-off. */
export const longestBackoff: Millis = 300_000;

/** Exponential back-off of the kubelet: 10 s, doubling, at most 300 s; `step` counts from 1. */
export function kubeletBackoff(step: number): Millis {
  return step <= 0 ? 0 : Math.min(10_000 * 2 ** Math.min(step - 1, 5), longestBackoff);
}

/** A back-off that has stood at its longest for so many rounds is taken to go on for ever: nothing new would come of following it. */
export const endlessAfter = 10;

/** Whether the kubelet of the model has given up on a container: its back-off has stood at the longest for long. */
export function gaveUp(life: ContainerLife): 'pulling' | 'restarting' | null {
  if (kubeletBackoff(life.pullFailures) === longestBackoff) return 'pulling';
  return life.failures > endlessAfter ? 'restarting' : null;
}
