import { defined } from '../../base/assert.ts';
import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { ContainerState, ContainerStatus, Pod, PodPhase, ReadyCondition } from '../../kubernetes/objects/pod.ts';
import type { Container, PodSpec } from '../../kubernetes/objects/podTemplate.ts';
import { draftOf, type PodDraft } from '../world/podDraft.ts';
import { podIp } from '../world/podIp.ts';
import type { PodLife } from '../world/podLife.ts';
import { changePod } from '../world/store.ts';
import { nextResourceVersion, type World, wholeSeconds } from '../world/world.ts';

/** Statuses of main containers that are still to come; one list for all pods of a template. */
export function creatingContainers(world: World, spec: PodSpec): readonly ContainerStatus[] {
  let statuses = world.creating.get(spec);
  if (statuses === undefined) {
    const reason = spec.initContainers.length > 0 ? 'PodInitializing' : 'ContainerCreating';
    statuses = spec.containers.map(container => waitingContainer(container, reason));
    world.creating.set(spec, statuses);
  }
  return statuses;
}

export function waitingContainer(container: Container, reason: string): ContainerStatus {
  return { name: container.name, ready: false, started: false, restartCount: 0, state: { kind: 'waiting', reason }, lastFinishedAt: null };
}

/** The condition Ready with the given value; its time moves only when the value changes. */
export function readyCondition(pod: Pod, ready: boolean, now: Instant): ReadyCondition {
  return pod.ready !== null && pod.ready.ready === ready ? pod.ready : { ready, since: wholeSeconds(now) };
}

/** Writes a pod's phase and readiness, with all its main containers in the same state. */
export function writeWholePod(world: World, life: PodLife, phase: PodPhase, ready: boolean): void {
  const { pod } = life;
  const runs = phase === 'Running';
  const after = draftOf(pod);
  after.phase = phase;
  after.ready = readyCondition(pod, ready, world.now);
  after.containerStatuses = pod.spec.containers.map(({ name }, index) => {
    const before = pod.containerStatuses[index];
    const restartCount = before?.restartCount ?? 0;
    const state = stateOf(before, runs, world.now);
    return { name, ready, started: runs, restartCount, state, lastFinishedAt: before?.lastFinishedAt ?? null };
  });
  store(world, life, after);
}

/** A container that runs on keeps its state. */
function stateOf(before: ContainerStatus | undefined, runs: boolean, now: Instant): ContainerState {
  if (!runs) return { kind: 'terminated', exitCode: 137, reason: 'Error', finishedAt: now };
  return before?.state.kind === 'running' ? before.state : { kind: 'running', startedAt: now };
}

function store(world: World, life: PodLife, after: PodDraft): void {
  after.resourceVersion = nextResourceVersion(world);
  changePod(world, life, after);
}

/** Writes only the condition Ready, as the node controller does. */
export function writeReady(world: World, life: PodLife, ready: boolean): void {
  const after = draftOf(life.pod);
  after.ready = readyCondition(life.pod, ready, world.now);
  store(world, life, after);
}

/** The status of container `index`, counted through init containers, then main ones. */
export function statusOf(pod: Pod, index: number): ContainerStatus {
  const inits = pod.spec.initContainers.length;
  const status = index < inits ? pod.initContainerStatuses[index] : pod.containerStatuses[index - inits];
  const container = index < inits ? pod.spec.initContainers[index] : pod.spec.containers[index - inits];
  return status ?? waitingContainer(defined(container, 'a container has its place in the spec'), 'PodInitializing');
}

/** Writes one container's status, and what follows from it: the pod's phase and readiness. */
export function writeContainer(world: World, life: PodLife, index: number, status: ContainerStatus): void {
  const { pod } = life;
  const { initContainers, containers } = pod.spec;
  const runs = status.state.kind === 'running';
  const after = draftOf(pod);
  if (index < initContainers.length) after.initContainerStatuses = replaced(initContainers, pod.initContainerStatuses, index, status);
  else {
    after.containerStatuses = replaced(containers, pod.containerStatuses, index - initContainers.length, status);
    if (runs && pod.phase === 'Pending') after.phase = 'Running';
  }
  if (runs && pod.podIp === '') after.podIp = podIp(pod.uid, pod.spec, life.machine?.node ?? null);
  after.ready = readyCondition(pod, allReady(after), world.now);
  store(world, life, after);
}

function replaced(
  containers: readonly Container[],
  statuses: readonly ContainerStatus[],
  index: number,
  status: ContainerStatus,
): readonly ContainerStatus[] {
  if (containers.length === 1) return [status];
  return containers.map((container, i) => (i === index ? status : (statuses[i] ?? waitingContainer(container, 'PodInitializing'))));
}

/** ContainersReady: all main containers and all sidecars are ready. Readiness gates are taken to be open. */
function allReady({ spec, initContainerStatuses, containerStatuses }: Pod): boolean {
  if (containerStatuses.length < spec.containers.length) return false;
  for (const status of containerStatuses) if (!status.ready) return false;
  return spec.initContainers.every((container, index) => !container.sidecar || initContainerStatuses[index]?.ready === true);
}

/** The processes of a pod that is being deleted are gone; only its teardown is left. */
export function writeContainersGone(world: World, life: PodLife): void {
  if (life.pod.ready?.ready === true) writeWholePod(world, life, 'Running', false);
}

/** Ends a pod as the kubelet does when it refuses or evicts it: phase Failed with a reason. */
export function failPod(world: World, life: PodLife, reason: string, message: string): void {
  const after = draftOf(life.pod);
  after.phase = 'Failed';
  after.reason = reason;
  after.message = message;
  after.ready = readyCondition(life.pod, false, world.now);
  after.containerStatuses = [];
  after.initContainerStatuses = [];
  store(world, life, after);
}
