import type { Pod } from '../../kubernetes/objects/pod.ts';
import { endlessAfter, kubeletBackoff, type PodLife } from '../world/podLife.ts';
import type { World } from '../world/world.ts';
import { startContainer } from './containerStart.ts';
import { containerAt, containerLife, scheduleStep } from './containerStep.ts';
import { emitAboutPod } from './emit.ts';
import { statusOf, writeContainer } from './podStatus.ts';

/** A container that has run so long starts its back-off anew (twice the longest back-off). */
const goodRun = 600_000;

/**
 * A container ends with an error and is restarted: at once the first time, then after 10 s, 20 s … 300 s (CrashLoopBackOff), counted from its end.
 * A loop that has stood at the longest back-off for some rounds is taken to go on for ever: the pod stays in CrashLoopBackOff.
 */
export function crash(world: World, life: PodLife, index: number, exitCode: number): void {
  const container = containerLife(life, index);
  container.token++;
  if (world.now - container.startedAt >= goodRun) container.failures = 0;
  container.failures++;
  const delay = kubeletBackoff(container.failures - 1);
  const finished = { kind: 'terminated', exitCode, reason: 'Error', finishedAt: world.now } as const;
  const state = delay === 0 ? finished : ({ kind: 'waiting', reason: 'CrashLoopBackOff' } as const);
  writeContainer(world, life, index, { ...statusOf(life.pod, index), state, ready: false, started: false, lastFinishedAt: world.now });
  const name = containerAt(life.pod, index)?.name ?? '';
  if (delay > 0) emitAboutPod(world, 'kubelet', life.pod, 'Warning', 'BackOff', restarting, name);
  if (container.failures <= endlessAfter) scheduleStep(world, life, index, delay + world.scenario.assumptions.containerStart, 'restart');
}

const restarting = (pod: Pod, name: string): string => `Back-off restarting failed container ${name} in pod ${pod.name}`;

export function restart(world: World, life: PodLife, index: number): void {
  containerLife(life, index).restarts++;
  startContainer(world, life, index);
}
