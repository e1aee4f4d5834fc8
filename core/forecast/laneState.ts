import { availableFrom } from '../controller/availability.ts';
import { placeOn } from '../controller/placement.ts';
import { isUpdated } from '../controller/templateGeneration.ts';
import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { ContainerStatus, Pod } from '../kubernetes/objects/pod.ts';
import type { PodSpec, Toleration } from '../kubernetes/objects/podTemplate.ts';
import { absentBit, cordonedBit, downBit, pendingBit, stateCode, withoutBit } from './nodeState.ts';

/** What the DaemonSet wants at a moment, as far as a node's state depends on it. */
export interface Wanted {
  readonly spec: PodSpec;
  readonly tolerations: readonly Toleration[];
  /** Hash of the current revision; empty while the controller has not made it. */
  readonly hash: string;
  readonly generation: string | null;
  readonly minReady: Millis;
  readonly availableAtBoundary: boolean;
}

/** One node and the DaemonSet's pods on, or pinned to, it. */
export interface LaneState {
  node: Node | null;
  shouldRun: boolean;
  shouldContinue: boolean;
  /** What the code says of the node itself. */
  nodeBits: number;
  readonly pods: Pod[];
  /** When the code changes by time alone: a Ready pod becomes available. Infinity: it does not. */
  until: Instant;
}

/** Judges placement anew, after a change of the node or the template. */
export function place(lane: LaneState, wanted: Wanted | null): void {
  const placement = lane.node === null || wanted === null ? null : placeOn(lane.node, wanted.spec, wanted.tolerations);
  lane.shouldRun = placement?.shouldRun ?? false;
  lane.shouldContinue = placement?.shouldContinue ?? false;
  lane.nodeBits = nodeBits(lane.node);
}

/** The code of a lane at `now`; notes in the lane when it changes by time alone. */
export function judge(lane: LaneState, wanted: Wanted | null, now: Instant): number {
  lane.until = Number.POSITIVE_INFINITY;
  const state = stateAt(lane, wanted, now);
  const served = state === stateCode.updated || state === stateCode.old;
  let bits = lane.nodeBits;
  if (lane.shouldRun && !served) bits |= withoutBit;
  if (isUnfinished(lane, state, wanted)) bits |= pendingBit;
  return state | bits;
}

/** Whether the node is not as the DaemonSet wants it. With surge the old pod has to be gone too. */
function isUnfinished(lane: LaneState, state: number, wanted: Wanted | null): boolean {
  if (!lane.shouldRun) return !lane.shouldContinue && lane.node !== null && lane.pods.length > 0;
  if (state !== stateCode.updated || wanted === null) return true;
  return lane.pods.length > 1 && lane.pods.some(pod => !isUpdated(pod, wanted.hash, wanted.generation));
}

/** The state's code: what the best pod of the lane shows. An available new pod is best, then an available old one. */
function stateAt(lane: LaneState, wanted: Wanted | null, now: Instant): number {
  if (lane.pods.length === 0) return lane.shouldRun ? stateCode.none : stateCode.notTargeted;
  let best: number = stateCode.terminating;
  for (const pod of lane.pods) {
    const state = pod.deletedAt === null ? podState(lane, pod, wanted, now) : stateCode.terminating;
    if (state === stateCode.updated) return state;
    if (best !== stateCode.old && (state === stateCode.old || best === stateCode.terminating || state === stateCode.failed)) best = state;
  }
  return best;
}

function podState(lane: LaneState, pod: Pod, wanted: Wanted | null, now: Instant): number {
  const from = wanted === null ? null : availableFrom(pod, wanted.minReady, wanted.availableAtBoundary);
  if (wanted === null || from === null || from > now) {
    if (from !== null) lane.until = Math.min(lane.until, from);
    return hasFailed(pod) ? stateCode.failed : stateCode.starting;
  }
  return isUpdated(pod, wanted.hash, wanted.generation) ? stateCode.updated : stateCode.old;
}

function nodeBits(node: Node | null): number {
  if (node === null) return absentBit;
  const ready = node.conditions.find(condition => condition.type === 'Ready');
  return (ready?.status === 'True' ? 0 : downBit) | (node.unschedulable ? cordonedBit : 0);
}

const waitingInVain = new Set([
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'ErrImageNeverPull',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

/** Whether the pod has failed for good, or one of its containers failed to start and is tried again. */
export function hasFailed(pod: Pod): boolean {
  if (pod.phase === 'Failed') return true;
  return pod.containerStatuses.some(isInTrouble) || pod.initContainerStatuses.some(isInTrouble);
}

function isInTrouble({ state }: ContainerStatus): boolean {
  return state.kind === 'waiting' ? waitingInVain.has(state.reason) : state.kind === 'terminated' && state.exitCode !== 0;
}
