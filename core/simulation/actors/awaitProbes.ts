import type { Container, Probe } from '../../kubernetes/objects/podTemplate.ts';
import type { PodLife } from '../world/podLife.ts';
import { chance, vary } from '../world/vary.ts';
import type { World } from '../world/world.ts';
import { containerLife, imageBehaviour, isInit, scheduleStep } from './containerStep.ts';
import { type ProbeTimes, probeTimes } from './probeTimes.ts';

/** Works out what a container that starts now will live to see, and schedules it. What is due now already is left to the caller. */
export function awaitProbes(world: World, life: PodLife, index: number, container: Container): ProbeTimes {
  if (isInit(life.pod, index) && !container.sidecar) return { started: world.now, ready: null, killed: null };
  const times = probeTimes(container, world.now, healthyAt(world, life, index, container), probe => phase(world, life, index, probe));
  const crashAt = crashTime(world, life, index, container);
  const endsAt = Math.min(crashAt ?? Number.POSITIVE_INFINITY, times.killed ?? Number.POSITIVE_INFINITY);
  const { started, ready } = times;
  if (started !== null && started !== ready && started > world.now && started < endsAt)
    scheduleStep(world, life, index, started - world.now, 'startupPassed');
  if (ready !== null && ready > world.now && ready < endsAt) scheduleStep(world, life, index, ready - world.now, 'ready');
  if (endsAt !== Number.POSITIVE_INFINITY) scheduleStep(world, life, index, endsAt - world.now, endsAt === crashAt ? 'crash' : 'killed');
  return times;
}

function healthyAt(world: World, life: PodLife, index: number, container: Container): number | null {
  if (imageBehaviour(world, container.image).neverReady) return null;
  const { jitter, applicationReady } = world.scenario.assumptions;
  if (jitter === 0) return world.now + applicationReady;
  return world.now + vary(world, life.pod.uid, applicationReady, `ready ${index}`, containerLife(life, index).restarts);
}

/** Where in its period a probe ticks: at the container's start, or anywhere by the seed when durations vary. */
function phase(world: World, life: PodLife, index: number, probe: Probe): number {
  if (world.scenario.assumptions.jitter === 0) return 0;
  return Math.floor(chance(world, life.pod.uid, `phase ${index}`) * probe.periodSeconds * 1000);
}

function crashTime(world: World, life: PodLife, index: number, container: Container): number | null {
  const { crashAfter, crashes } = imageBehaviour(world, container.image);
  if (crashAfter === null || (crashes !== null && containerLife(life, index).restarts >= crashes)) return null;
  return world.now + crashAfter;
}
