import type { ContainerStatus, Pod } from '../../kubernetes/objects/pod.ts';
import type { Container } from '../../kubernetes/objects/podTemplate.ts';
import { kubeletBackoff, longestBackoff, machineOfPod, type PodLife } from '../world/podLife.ts';
import { vary } from '../world/vary.ts';
import type { World } from '../world/world.ts';
import { awaitProbes } from './awaitProbes.ts';
import { containerAt, containerLife, imageBehaviour, isInit, scheduleStep } from './containerStep.ts';
import { emitAboutPod } from './emit.ts';
import { hasImage, keepImage, pullImage } from './images.ts';
import { statusOf, writeContainer } from './podStatus.ts';

/**
 * Starts what comes next: init containers in order, each after the one before is done; then the main containers, one after the other.
 * Invariant: a container that has begun (startedAt set, image on its way) is not begun again.
 */
export function proceed(world: World, life: PodLife): void {
  const count = life.pod.spec.initContainers.length;
  for (let index = 0; index < count; index++) {
    if (!containerLife(life, index).done) {
      fetchImage(world, life, index);
      return;
    }
  }
  fetchImage(world, life, count);
}

/** A container's image: present, to be pulled, or not to be had. */
export function fetchImage(world: World, life: PodLife, index: number): void {
  const { pod } = life;
  const container = containerAt(pod, index);
  if (container === undefined) return;
  if (hasImage(machineOfPod(life), container.image)) {
    begin(world, life, index, present, container.image);
  } else if (container.imagePullPolicy === 'Never') {
    wait(world, life, index, 'ErrImageNeverPull');
  } else {
    emitAboutPod(world, 'kubelet', pod, 'Normal', 'Pulling', pulling, container.image);
    pull(world, life, index, container.image);
  }
}

function pull(world: World, life: PodLife, index: number, image: string): void {
  const behaviour = imageBehaviour(world, image);
  if (behaviour.missing) {
    scheduleStep(world, life, index, 1000, 'imageMissing');
    return;
  }
  const duration = behaviour.pull ?? vary(world, life.pod.uid, world.scenario.assumptions.imagePull, 'pull', image);
  const doneAt = pullImage(world, machineOfPod(life), image, duration);
  scheduleStep(world, life, index, doneAt - world.now, 'imageHere');
}

export function imageHere(world: World, life: PodLife, index: number): void {
  const image = containerAt(life.pod, index)?.image ?? '';
  keepImage(world, machineOfPod(life), image);
  begin(world, life, index, pulled, image);
}

function begin(world: World, life: PodLife, index: number, message: Message, image: string): void {
  containerLife(life, index).pullFailures = 0;
  emitAboutPod(world, 'kubelet', life.pod, 'Normal', 'Pulled', message, image);
  scheduleStep(world, life, index, vary(world, life.pod.uid, world.scenario.assumptions.containerStart, 'start', index), 'start');
}

type Message = (pod: Pod, about: string) => string;
const present: Message = (_pod, image) => `Container image "${image}" already present on machine`;
const pulling: Message = (_pod, image) => `Pulling image "${image}"`;
const pulled: Message = (_pod, image) => `Successfully pulled image "${image}"`;
const notFound: Message = (_pod, image) => `Failed to pull image "${image}": not found`;
const backingOff: Message = (_pod, image) => `Back-off pulling image "${image}"`;
const created: Message = (_pod, container) => `Created container: ${container}`;
const begun: Message = (_pod, container) => `Started container ${container}`;

/** The registry has no such image: ErrImagePull, then ImagePullBackOff of 10 s, doubling to 300 s. */
export function imageMissing(world: World, life: PodLife, index: number): void {
  const container = containerLife(life, index);
  container.pullFailures++;
  const { pod } = life;
  const image = containerAt(pod, index)?.image ?? '';
  emitAboutPod(world, 'kubelet', pod, 'Warning', 'Failed', notFound, image);
  emitAboutPod(world, 'kubelet', pod, 'Normal', 'BackOff', backingOff, image);
  wait(world, life, index, container.pullFailures === 1 ? 'ErrImagePull' : 'ImagePullBackOff');
  const delay = kubeletBackoff(container.pullFailures);
  // At the longest back-off nothing new would come of trying on: the pod stays as it is.
  if (delay < longestBackoff) scheduleStep(world, life, index, delay, 'pullAgain');
}

export function pullAgain(world: World, life: PodLife, index: number): void {
  fetchImage(world, life, index);
}

function wait(world: World, life: PodLife, index: number, reason: string): void {
  const status = statusOf(life.pod, index);
  if (status.state.kind === 'waiting' && status.state.reason === reason) return;
  writeContainer(world, life, index, { ...status, state: { kind: 'waiting', reason } });
}

/** The process runs. Main containers: the next one's turn comes at once. */
export function startContainer(world: World, life: PodLife, index: number): void {
  const { pod } = life;
  const container = containerAt(pod, index);
  if (container === undefined) return;
  const containersLife = containerLife(life, index);
  const first = !containersLife.begun;
  containersLife.begun = true;
  containersLife.startedAt = world.now;
  emitAboutPod(world, 'kubelet', pod, 'Normal', 'Created', created, container.name);
  emitAboutPod(world, 'kubelet', pod, 'Normal', 'Started', begun, container.name);
  const times = awaitProbes(world, life, index, container);
  const upNow = times.started === world.now;
  writeContainer(world, life, index, running(world, life, index, container, upNow, upNow && times.ready === world.now));
  if (isInit(pod, index)) afterInitStart(world, life, index, container, upNow);
  else if (first) fetchImage(world, life, index + 1);
}

function running(world: World, life: PodLife, index: number, container: Container, started: boolean, ready: boolean): ContainerStatus {
  const { name, lastFinishedAt } = statusOf(life.pod, index);
  const counts = !isInit(life.pod, index) || container.sidecar;
  return {
    name,
    ready: counts && ready,
    started: counts && started,
    restartCount: containerLife(life, index).restarts,
    state: { kind: 'running', startedAt: world.now },
    lastFinishedAt,
  };
}

function afterInitStart(world: World, life: PodLife, index: number, container: Container, started: boolean): void {
  if (!container.sidecar) {
    scheduleStep(world, life, index, vary(world, life.pod.uid, world.scenario.assumptions.applicationReady, 'init', index), 'initDone');
  } else if (started) releaseNext(world, life, index);
}

/** An init container has ended with 0, or a sidecar has started: the next one's turn. */
export function finishInit(world: World, life: PodLife, index: number): void {
  const before = statusOf(life.pod, index);
  const state = { kind: 'terminated', exitCode: 0, reason: 'Completed', finishedAt: world.now } as const;
  writeContainer(world, life, index, { ...before, state, ready: true });
  releaseNext(world, life, index);
}

/** A startup probe has passed; a sidecar lets the next container begin. */
export function passStartup(world: World, life: PodLife, index: number): void {
  writeContainer(world, life, index, { ...statusOf(life.pod, index), started: true });
  if (isInit(life.pod, index)) releaseNext(world, life, index);
}

/** All probes have passed; where readiness comes together with the startup probe, this stands for both. */
export function becomeReady(world: World, life: PodLife, index: number): void {
  const { name, restartCount, state, lastFinishedAt } = statusOf(life.pod, index);
  writeContainer(world, life, index, { name, ready: true, started: true, restartCount, state, lastFinishedAt });
  if (isInit(life.pod, index)) releaseNext(world, life, index);
}

function releaseNext(world: World, life: PodLife, index: number): void {
  const container = containerLife(life, index);
  if (container.done) return;
  container.done = true;
  proceed(world, life);
}
