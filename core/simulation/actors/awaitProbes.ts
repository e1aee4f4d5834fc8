import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { Container, Probe } from '../../kubernetes/objects/podTemplate.ts';
import { chance, vary } from '../world/vary.ts';
import type { World } from '../world/world.ts';
import { containerLife, imageBehaviour, isInit, scheduleStep } from './containerStep.ts';
import { type ProbeTimes, probeTimes } from './probeTimes.ts';

/** Works out what a container that starts now will live to see, and schedules it. What is due now already is left to the caller. */
export function awaitProbes(world: World, pod: Pod, index: number, container: Container): ProbeTimes {
  if (isInit(pod, index) && !container.sidecar) return { started: world.now, ready: null, killed: null };
  const times = probeTimes(container, world.now, healthyAt(world, pod, index, container), probe => phase(world, pod, index, probe));
  const crashAt = crashTime(world, pod, index, container);
  const endsAt = Math.min(crashAt ?? Number.POSITIVE_INFINITY, times.killed ?? Number.POSITIVE_INFINITY);
  const { started, ready } = times;
  if (started !== null && started !== ready && started > world.now && started < endsAt)
    scheduleStep(world, pod, index, started - world.now, 'startupPassed');
  if (ready !== null && ready > world.now && ready < endsAt) scheduleStep(world, pod, index, ready - world.now, 'ready');
  if (endsAt !== Number.POSITIVE_INFINITY) scheduleStep(world, pod, index, endsAt - world.now, endsAt === crashAt ? 'crash' : 'killed');
  return times;
}

function healthyAt(world: World, pod: Pod, index: number, container: Container): number | null {
  if (imageBehaviour(world, container.image).neverReady) return null;
  const { restarts } = containerLife(world, pod, index);
  return world.now + vary(world, pod.uid, `ready ${index} ${restarts}`, world.scenario.assumptions.applicationReady);
}

/** Where in its period a probe ticks: at the container's start, or anywhere by the seed when durations vary. */
function phase(world: World, pod: Pod, index: number, probe: Probe): number {
  if (world.scenario.assumptions.jitter === 0) return 0;
  return Math.floor(chance(world, pod.uid, `phase ${index}`) * probe.periodSeconds * 1000);
}

function crashTime(world: World, pod: Pod, index: number, container: Container): number | null {
  const { crashAfter, crashes } = imageBehaviour(world, container.image);
  if (crashAfter === null || (crashes !== null && containerLife(world, pod, index).restarts >= crashes)) return null;
  return world.now + crashAfter;
}
