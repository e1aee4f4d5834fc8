import type { Instant } from '../kubernetes/objects/meta.ts';
import type { ContainerStatus, Pod } from '../kubernetes/objects/pod.ts';
import { kubectlAge } from './duration.ts';

/** The cells READY, STATUS and RESTARTS of `kubectl get pods`. */
export interface PodStatus {
  /** `1/2` */
  readonly ready: string;
  /** `Running`, `ContainerCreating`, `Init:0/1`, `CrashLoopBackOff`, `Terminating` … */
  readonly status: string;
  /** `0`, `4 (35s ago)` */
  readonly restarts: string;
}

/** What one part of the containers says of the pod. */
interface Tally {
  readonly reason: string;
  readonly ready: number;
  readonly restarts: number;
  readonly lastFinishedAt: Instant | null;
}

interface InitTally extends Tally {
  /** An init container has not done its work yet: the main containers have nothing to say. */
  readonly pending: boolean;
  readonly sidecarRestarts: number;
  readonly sidecarsFinishedAt: Instant | null;
}

/**
 * The status cells of a pod (pkg/printers/internalversion, printPod).
 * The status begins as status.reason, else the phase; a pending init container overrides it; without one the main containers do, the
 * first of them last; a running deletion overrides everything.
 */
export function podStatus(pod: Pod, now: Instant): PodStatus {
  const start = pod.reason !== '' ? pod.reason : pod.phase;
  const init = initTally(pod, start);
  const tally = init.pending ? init : mainTally(pod, init, start);
  const sidecars = pod.spec.initContainers.filter(container => container.sidecar).length;
  return {
    ready: `${tally.ready}/${pod.spec.containers.length + sidecars}`,
    status: deletionStatus(pod) ?? tally.reason,
    restarts:
      tally.restarts > 0 && tally.lastFinishedAt !== null
        ? `${tally.restarts} (${kubectlAge(tally.lastFinishedAt, now)} ago)`
        : String(tally.restarts),
  };
}

function deletionStatus(pod: Pod): string | null {
  if (pod.deletedAt === null) return null;
  if (pod.reason === 'NodeLost') return 'Unknown';
  return pod.phase === 'Failed' || pod.phase === 'Succeeded' ? null : 'Terminating';
}

function initTally(pod: Pod, start: string): InitTally {
  const result = { restarts: 0, lastFinishedAt: null as Instant | null, sidecarRestarts: 0, sidecarsFinishedAt: null as Instant | null };
  let ready = 0;
  for (const [index, status] of pod.initContainerStatuses.entries()) {
    const sidecar = pod.spec.initContainers[index]?.sidecar === true;
    result.restarts += status.restartCount;
    result.lastFinishedAt = later(result.lastFinishedAt, status.lastFinishedAt);
    if (sidecar) {
      result.sidecarRestarts += status.restartCount;
      result.sidecarsFinishedAt = later(result.sidecarsFinishedAt, status.lastFinishedAt);
    }
    if (status.state.kind === 'terminated' && status.state.exitCode === 0) continue;
    if (sidecar && status.started) {
      if (status.ready) ready++;
      continue;
    }
    return { ...result, ready, pending: true, reason: initReason(status, index, pod.spec.initContainers.length) };
  }
  return { ...result, ready, pending: false, reason: start };
}

function initReason(status: ContainerStatus, index: number, count: number): string {
  const { state } = status;
  if (state.kind === 'terminated') return `Init:${state.reason !== '' ? state.reason : `ExitCode:${state.exitCode}`}`;
  if (state.kind === 'waiting' && state.reason !== '' && state.reason !== 'PodInitializing') return `Init:${state.reason}`;
  return `Init:${index}/${count}`;
}

function mainTally(pod: Pod, init: InitTally, start: string): Tally {
  let reason = start;
  let { ready } = init;
  let restarts = init.sidecarRestarts;
  let lastFinishedAt = init.sidecarsFinishedAt;
  let running = false;
  for (const status of pod.containerStatuses.toReversed()) {
    restarts += status.restartCount;
    lastFinishedAt = later(lastFinishedAt, status.lastFinishedAt);
    const own = containerReason(status);
    if (own !== null) reason = own;
    else if (status.ready && status.state.kind === 'running') {
      running = true;
      ready++;
    }
  }
  if (reason === 'Completed' && running) reason = pod.ready?.ready === true ? 'Running' : 'NotReady';
  return { reason, ready, restarts, lastFinishedAt };
}

function containerReason({ state }: ContainerStatus): string | null {
  if (state.kind === 'waiting') return state.reason !== '' ? state.reason : null;
  if (state.kind === 'terminated') return state.reason !== '' ? state.reason : `ExitCode:${state.exitCode}`;
  return null;
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
