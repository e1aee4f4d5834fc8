import { defined } from '../../base/assert.ts';
import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { ContainerState, ContainerStatus, Pod, PodPhase, ReadyCondition } from '../../kubernetes/objects/pod.ts';
import type { Container, PodSpec } from '../../kubernetes/objects/podTemplate.ts';
import { podIp } from '../world/podIp.ts';
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
export function writeWholePod(world: World, pod: Pod, phase: PodPhase, ready: boolean): void {
  const state: ContainerState =
    phase === 'Running'
      ? { kind: 'running', startedAt: world.now }
      : { kind: 'terminated', exitCode: 137, reason: 'Error', finishedAt: world.now };
  changePod(world, pod, {
    ...pod,
    phase,
    ready: readyCondition(pod, ready, world.now),
    containerStatuses: pod.spec.containers.map((container, index) => ({
      name: container.name,
      ready,
      started: phase === 'Running',
      restartCount: pod.containerStatuses[index]?.restartCount ?? 0,
      state: keepRunning(pod.containerStatuses[index]?.state, state),
      lastFinishedAt: pod.containerStatuses[index]?.lastFinishedAt ?? null,
    })),
    resourceVersion: nextResourceVersion(world),
  });
}

function keepRunning(before: ContainerState | undefined, after: ContainerState): ContainerState {
  return before?.kind === 'running' && after.kind === 'running' ? before : after;
}

/** Writes only the condition Ready, as the node controller does. */
export function writeReady(world: World, pod: Pod, ready: boolean): void {
  changePod(world, pod, { ...pod, ready: readyCondition(pod, ready, world.now), resourceVersion: nextResourceVersion(world) });
}

/** The status of container `index`, counted through init containers, then main ones. */
export function statusOf(pod: Pod, index: number): ContainerStatus {
  const inits = pod.spec.initContainers.length;
  const status = index < inits ? pod.initContainerStatuses[index] : pod.containerStatuses[index - inits];
  const container = index < inits ? pod.spec.initContainers[index] : pod.spec.containers[index - inits];
  return status ?? waitingContainer(defined(container, 'a container has its place in the spec'), 'PodInitializing');
}

/** Writes one container's status, and what follows from it: the pod's phase and readiness. Returns the pod's next version. */
export function writeContainer(world: World, pod: Pod, index: number, status: ContainerStatus): Pod {
  const inits = pod.spec.initContainers.length;
  const init = index < inits;
  const initContainerStatuses = init
    ? replaced(pod.spec.initContainers, pod.initContainerStatuses, index, status)
    : pod.initContainerStatuses;
  const containerStatuses = init ? pod.containerStatuses : replaced(pod.spec.containers, pod.containerStatuses, index - inits, status);
  const ready = allReady(pod.spec, initContainerStatuses, containerStatuses);
  const after: Pod = {
    ...pod,
    phase: pod.phase === 'Pending' && !init && status.state.kind === 'running' ? 'Running' : pod.phase,
    podIp: pod.podIp === '' && status.state.kind === 'running' ? podIp(pod, world.nodes.get(pod.nodeName)) : pod.podIp,
    ready: readyCondition(pod, ready, world.now),
    initContainerStatuses,
    containerStatuses,
    resourceVersion: nextResourceVersion(world),
  };
  changePod(world, pod, after);
  return after;
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
function allReady(spec: PodSpec, inits: readonly ContainerStatus[], mains: readonly ContainerStatus[]): boolean {
  if (mains.length < spec.containers.length || !mains.every(status => status.ready)) return false;
  return spec.initContainers.every((container, index) => !container.sidecar || inits[index]?.ready === true);
}

/** The processes of a pod that is being deleted are gone; only its teardown is left. */
export function writeContainersGone(world: World, pod: Pod): void {
  if (pod.ready?.ready !== true) return;
  writeWholePod(world, pod, 'Running', false);
}

/** Ends a pod as the kubelet does when it refuses or evicts it: phase Failed with a reason. */
export function failPod(world: World, pod: Pod, reason: string, message: string): void {
  changePod(world, pod, {
    ...pod,
    phase: 'Failed',
    reason,
    message,
    ready: readyCondition(pod, false, world.now),
    containerStatuses: [],
    initContainerStatuses: [],
    resourceVersion: nextResourceVersion(world),
  });
}
