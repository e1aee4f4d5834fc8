import type { Pod } from '../../kubernetes/objects/pod.ts';
import { freshContainer, type PodLife } from '../world/podLife.ts';
import { removePod } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { vary } from '../world/vary.ts';
import { lifeOf, machineOf, schedule, type World } from '../world/world.ts';
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

function begin(world: World, pod: Pod): void {
  if (pod.phase !== 'Pending') {
    resume(world, pod);
    return;
  }
  const life = lifeOf(world, pod.uid);
  life.containers = [...pod.spec.initContainers, ...pod.spec.containers].map(freshContainer);
  if (refusalOf(machineOf(world, pod.nodeName), pod) !== null) schedule(world, 0, 'podStep', pod.uid, life.token, podStep('reject'));
  else
    schedule(
      world,
      vary(world, pod.uid, 'sandbox', world.scenario.assumptions.sandbox),
      'podStep',
      pod.uid,
      life.token,
      podStep('sandbox'),
    );
}

function end(world: World, pod: Pod): void {
  const life = lifeOf(world, pod.uid);
  life.token++;
  const { applicationStop, teardown } = world.scenario.assumptions;
  const runs = pod.containerStatuses.some(status => status.state.kind === 'running');
  const stop = runs ? stopTime(pod.spec, vary(world, pod.uid, 'stop', applicationStop)) : 0;
  if (runs) emitAboutPod(world, 'kubelet', pod, 'Normal', 'Killing', () => `Stopping container ${pod.spec.containers[0]?.name ?? ''}`);
  if (teardown > 0 && runs) schedule(world, stop, 'podStep', pod.uid, life.token, podStep('stopped'));
  schedule(world, stop + vary(world, pod.uid, 'teardown', teardown), 'podStep', pod.uid, life.token, podStep('gone'));
}

/** After a time of silence: what was ending ends anew, what was Ready goes on, everything else starts again. */
function resume(world: World, pod: Pod): void {
  const life = lifeOf(world, pod.uid);
  life.token++;
  if (pod.deletedAt !== null) {
    end(world, pod);
    return;
  }
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded') return;
  if (pod.ready?.ready === true || machineOf(world, pod.nodeName).wasReady.includes(pod.uid)) {
    settle(world, pod, life);
    return;
  }
  life.containers = [...pod.spec.initContainers, ...pod.spec.containers].map(freshContainer);
  schedule(world, world.scenario.assumptions.sandbox, 'podStep', pod.uid, life.token, podStep('sandbox'));
}

/** A pod that runs as the start state has it. */
function settle(world: World, pod: Pod, life: PodLife): void {
  if (life.containers.length > 0) return;
  life.containers = [...pod.spec.initContainers, ...pod.spec.containers].map(() => ({
    ...freshContainer(),
    startedAt: world.now,
    done: true,
  }));
}

type PodStep = 'sandbox' | 'reject' | 'stopped' | 'gone';
const podSteps: readonly PodStep[] = ['sandbox', 'reject', 'stopped', 'gone'];

/** Steps of the whole pod have negative numbers, those of a container are told by containerStep.ts. */
function podStep(what: PodStep): number {
  return -1 - podSteps.indexOf(what);
}

function step(world: World, pod: Pod, task: Task): void {
  if (task.detail >= 0) stepContainer(world, pod, task.detail);
  else podHandlers[podSteps[-1 - task.detail] ?? 'gone'](world, pod);
}

const podHandlers: Readonly<Record<PodStep, (world: World, pod: Pod) => void>> = {
  sandbox: proceed,
  reject,
  stopped: writeContainersGone,
  gone: removePod,
};

function reject(world: World, pod: Pod): void {
  const refusal = refusalOf(machineOf(world, pod.nodeName), pod);
  if (refusal === null) proceed(world, pod);
  else failPod(world, pod, refusal.reason, refusal.message);
}

function stepContainer(world: World, pod: Pod, detail: number): void {
  const { step, index, token } = containerSteps.read(detail);
  if (lifeOf(world, pod.uid).containers[index]?.token === token) handlers[step](world, pod, index);
}

const handlers: Readonly<Record<ContainerStep, (world: World, pod: Pod, index: number) => void>> = {
  imageHere,
  imageMissing,
  pullAgain,
  start: startContainer,
  initDone: finishInit,
  startupPassed: passStartup,
  ready: becomeReady,
  crash: (world, pod, index) => crash(world, pod, index, 1),
  killed: (world, pod, index) => crash(world, pod, index, 137),
  restart,
};
