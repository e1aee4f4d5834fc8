import type { ContainerStatus, Pod } from '../../kubernetes/objects/pod.ts';
import type { Container } from '../../kubernetes/objects/podTemplate.ts';
import { kubeletBackoff, longestBackoff } from '../world/podLife.ts';
import { vary } from '../world/vary.ts';
import { machineOf, type World } from '../world/world.ts';
import { awaitProbes } from './awaitProbes.ts';
import { containerAt, containerLife, imageBehaviour, isInit, scheduleStep } from './containerStep.ts';
import { emitAboutPod } from './emit.ts';
import { hasImage, keepImage, pullImage } from './images.ts';
import { statusOf, writeContainer } from './podStatus.ts';

/**
 * Starts what comes next: init containers in order, each after the one before is done; then the main containers, one after the other.
 * Invariant: a container that has begun (startedAt set, image on its way) is not begun again.
 */
export function proceed(world: World, pod: Pod): void {
  const count = pod.spec.initContainers.length;
  for (let index = 0; index < count; index++) {
    if (!containerLife(world, pod, index).done) {
      fetchImage(world, pod, index);
      return;
    }
  }
  fetchImage(world, pod, count);
}

/** A container's image: present, to be pulled, or not to be had. */
export function fetchImage(world: World, pod: Pod, index: number): void {
  const container = containerAt(pod, index);
  if (container === undefined) return;
  if (hasImage(world, machineOf(world, pod.nodeName), container.image)) {
    begin(world, pod, index, () => `Container image "${container.image}" already present on machine`);
  } else if (container.imagePullPolicy === 'Never') {
    wait(world, pod, index, 'ErrImageNeverPull');
  } else {
    emitAboutPod(world, 'kubelet', pod, 'Normal', 'Pulling', () => `Pulling image "${container.image}"`);
    pull(world, pod, index, container.image);
  }
}

function pull(world: World, pod: Pod, index: number, image: string): void {
  const behaviour = imageBehaviour(world, image);
  if (behaviour.missing) {
    scheduleStep(world, pod, index, 1000, 'imageMissing');
    return;
  }
  const duration = behaviour.pull ?? vary(world, pod.uid, `pull ${image}`, world.scenario.assumptions.imagePull);
  const doneAt = pullImage(world, machineOf(world, pod.nodeName), image, duration);
  scheduleStep(world, pod, index, doneAt - world.now, 'imageHere');
}

export function imageHere(world: World, pod: Pod, index: number): void {
  const image = containerAt(pod, index)?.image ?? '';
  keepImage(world, machineOf(world, pod.nodeName), image);
  begin(world, pod, index, () => `Successfully pulled image "${image}"`);
}

function begin(world: World, pod: Pod, index: number, pulled: () => string): void {
  containerLife(world, pod, index).pullFailures = 0;
  emitAboutPod(world, 'kubelet', pod, 'Normal', 'Pulled', pulled);
  scheduleStep(world, pod, index, vary(world, pod.uid, `start ${index}`, world.scenario.assumptions.containerStart), 'start');
}

/** The registry has no such image: ErrImagePull, then ImagePullBackOff of 10 s, doubling to 300 s. */
export function imageMissing(world: World, pod: Pod, index: number): void {
  const life = containerLife(world, pod, index);
  life.pullFailures++;
  const image = containerAt(pod, index)?.image ?? '';
  emitAboutPod(world, 'kubelet', pod, 'Warning', 'Failed', () => `Failed to pull image "${image}": not found`);
  emitAboutPod(world, 'kubelet', pod, 'Normal', 'BackOff', () => `Back-off pulling image "${image}"`);
  wait(world, pod, index, life.pullFailures === 1 ? 'ErrImagePull' : 'ImagePullBackOff');
  const delay = kubeletBackoff(life.pullFailures);
  // At the longest back-off nothing new would come of trying on: the pod stays as it is.
  if (delay < longestBackoff) scheduleStep(world, pod, index, delay, 'pullAgain');
}

export function pullAgain(world: World, pod: Pod, index: number): void {
  fetchImage(world, pod, index);
}

function wait(world: World, pod: Pod, index: number, reason: string): void {
  const status = statusOf(pod, index);
  if (status.state.kind === 'waiting' && status.state.reason === reason) return;
  writeContainer(world, pod, index, { ...status, state: { kind: 'waiting', reason } });
}

/** The process runs. Main containers: the next one's turn comes at once. */
export function startContainer(world: World, pod: Pod, index: number): void {
  const container = containerAt(pod, index);
  if (container === undefined) return;
  const life = containerLife(world, pod, index);
  const first = !life.begun;
  life.begun = true;
  life.startedAt = world.now;
  emitAboutPod(world, 'kubelet', pod, 'Normal', 'Created', () => `Created container: ${container.name}`);
  emitAboutPod(world, 'kubelet', pod, 'Normal', 'Started', () => `Started container ${container.name}`);
  const times = awaitProbes(world, pod, index, container);
  const upNow = times.started === world.now;
  const after = writeContainer(world, pod, index, running(world, pod, index, container, upNow, upNow && times.ready === world.now));
  if (isInit(pod, index)) afterInitStart(world, after, index, container, upNow);
  else if (first) fetchImage(world, after, index + 1);
}

function running(world: World, pod: Pod, index: number, container: Container, started: boolean, ready: boolean): ContainerStatus {
  const before = statusOf(pod, index);
  const counts = !isInit(pod, index) || container.sidecar;
  const restartCount = containerLife(world, pod, index).restarts;
  return { ...before, restartCount, state: { kind: 'running', startedAt: world.now }, started: counts && started, ready: counts && ready };
}

function afterInitStart(world: World, pod: Pod, index: number, container: Container, started: boolean): void {
  if (!container.sidecar) {
    scheduleStep(world, pod, index, vary(world, pod.uid, `init ${index}`, world.scenario.assumptions.applicationReady), 'initDone');
  } else if (started) releaseNext(world, pod.uid, index);
}

/** An init container has ended with 0, or a sidecar has started: the next one's turn. */
export function finishInit(world: World, pod: Pod, index: number): void {
  const before = statusOf(pod, index);
  const state = { kind: 'terminated', exitCode: 0, reason: 'Completed', finishedAt: world.now } as const;
  writeContainer(world, pod, index, { ...before, state, ready: true });
  releaseNext(world, pod.uid, index);
}

/** A startup probe has passed; a sidecar lets the next container begin. */
export function passStartup(world: World, pod: Pod, index: number): void {
  writeContainer(world, pod, index, { ...statusOf(pod, index), started: true });
  if (isInit(pod, index)) releaseNext(world, pod.uid, index);
}

/** All probes have passed; where readiness comes together with the startup probe, this stands for both. */
export function becomeReady(world: World, pod: Pod, index: number): void {
  writeContainer(world, pod, index, { ...statusOf(pod, index), started: true, ready: true });
  if (isInit(pod, index)) releaseNext(world, pod.uid, index);
}

function releaseNext(world: World, uid: string, index: number): void {
  const pod = world.pods.get(uid);
  if (pod === undefined) return;
  const life = containerLife(world, pod, index);
  if (life.done) return;
  life.done = true;
  proceed(world, pod);
}
