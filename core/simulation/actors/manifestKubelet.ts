import type { ContainerStatus, Pod } from '../../kubernetes/objects/pod.ts';
import type { PodSpec } from '../../kubernetes/objects/podTemplate.ts';
import { type ContainerLife, freshContainer, machineOfPod, type PodLife } from '../world/podLife.ts';
import { removePod } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { vary } from '../world/vary.ts';
import { scheduleFor, type World } from '../world/world.ts';
import { refusalOf } from './admission.ts';
import { crash, restart } from './containerEnd.ts';
import { becomeReady, finishInit, imageHere, imageMissing, passStartup, proceed, pullAgain, startContainer } from './containerStart.ts';
import { type ContainerStep, containerSteps } from './containerStep.ts';
import { emitAboutPod } from './emit.ts';
import type { Kubelet } from './kubeletKind.ts';
import { failPod, writeContainersGone } from './podStatus.ts';
import { stopTime } from './stopTimes.ts';

/**
 * The kubelet that goes by the manifest: sandbox, images, init containers, sidecars, main containers one after the other, probes, crash loop, graceful end.
 *
 * Assumptions: the durations no manifest tells are the scenario's assumptions, varied by its seed.
 * Invariants: each pod has at most one course of things, known by its life's token; each container one, known by its own.
 */
export const manifestKubelet: Kubelet = { begin, end, resume, step };

function begin(world: World, life: PodLife): void {
  const { pod } = life;
  if (pod.phase !== 'Pending') {
    resume(world, life);
    return;
  }
  life.containers = freshContainers(pod.spec);
  if (refusalOf(machineOfPod(life), pod) !== null) scheduleFor(world, life, 0, 'podStep', podStep('reject'));
  else scheduleFor(world, life, vary(world, pod.uid, world.scenario.assumptions.sandbox, 'sandbox'), 'podStep', podStep('sandbox'));
}

function freshContainers({ initContainers, containers }: PodSpec): readonly ContainerLife[] {
  if (initContainers.length === 0 && containers.length === 1) return [freshContainer()];
  return [...initContainers, ...containers].map(freshContainer);
}

function end(world: World, life: PodLife): void {
  const { pod } = life;
  life.token++;
  const { applicationStop, teardown } = world.scenario.assumptions;
  const runs = pod.containerStatuses.some(isRunning);
  const stop = runs ? stopTime(pod.spec, vary(world, pod.uid, applicationStop, 'stop')) : 0;
  if (runs) emitAboutPod(world, 'kubelet', pod, 'Normal', 'Killing', stopping);
  if (teardown > 0 && runs) scheduleFor(world, life, stop, 'podStep', podStep('stopped'));
  scheduleFor(world, life, stop + vary(world, pod.uid, teardown, 'teardown'), 'podStep', podStep('gone'));
}

const stopping = (pod: Pod): string => `Stopping container ${pod.spec.containers[0]?.name ?? ''}`;

function isRunning(status: ContainerStatus): boolean {
  return status.state.kind === 'running';
}

/** After a time of silence: what was ending ends anew, what was Ready goes on, everything else starts again. */
function resume(world: World, life: PodLife): void {
  const { pod } = life;
  life.token++;
  if (pod.deletedAt !== null) {
    end(world, life);
    return;
  }
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded') return;
  if (pod.ready?.ready === true || machineOfPod(life).wasReady.includes(life)) {
    settle(world, life);
    return;
  }
  life.containers = freshContainers(pod.spec);
  scheduleFor(world, life, world.scenario.assumptions.sandbox, 'podStep', podStep('sandbox'));
}

/** A pod that runs as the start state has it. */
function settle(world: World, life: PodLife): void {
  if (life.containers.length > 0) return;
  life.containers = freshContainers(life.pod.spec);
  for (const container of life.containers) {
    container.startedAt = world.now;
    container.done = true;
  }
}

type PodStep = 'sandbox' | 'reject' | 'stopped' | 'gone';
const podSteps: readonly PodStep[] = ['sandbox', 'reject', 'stopped', 'gone'];

/** Steps of the whole pod have negative numbers, those of a container are told by containerStep.ts. */
function podStep(what: PodStep): number {
  return -1 - podSteps.indexOf(what);
}

function step(world: World, life: PodLife, task: Task): void {
  if (task.detail >= 0) stepContainer(world, life, task.detail);
  else podHandlers[podSteps[-1 - task.detail] ?? 'gone'](world, life);
}

const podHandlers: Readonly<Record<PodStep, (world: World, life: PodLife) => void>> = {
  sandbox: proceed,
  reject,
  stopped: writeContainersGone,
  gone: removePod,
};

function reject(world: World, life: PodLife): void {
  const refusal = refusalOf(machineOfPod(life), life.pod);
  if (refusal === null) proceed(world, life);
  else failPod(world, life, refusal.reason, refusal.message);
}

function stepContainer(world: World, life: PodLife, detail: number): void {
  const { step, index, token } = containerSteps.read(detail);
  if (life.containers[index]?.token === token) handlers[step](world, life, index);
}

const handlers: Readonly<Record<ContainerStep, (world: World, life: PodLife, index: number) => void>> = {
  imageHere,
  imageMissing,
  pullAgain,
  start: startContainer,
  initDone: finishInit,
  startupPassed: passStartup,
  ready: becomeReady,
  crash: (world, life, index) => crash(world, life, index, 1),
  killed: (world, life, index) => crash(world, life, index, 137),
  restart,
};
