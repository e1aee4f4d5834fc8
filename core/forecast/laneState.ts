import { availableFrom } from '../controller/availability.ts';
import { placeOn } from '../controller/placement.ts';
import { isUpdated } from '../controller/templateGeneration.ts';
import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
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
  readonly pods: Pod[];
}

/** Judges placement anew, after a change of the node or the template. */
export function place(lane: LaneState, wanted: Wanted | null): void {
  const placement = lane.node === null || wanted === null ? null : placeOn(lane.node, wanted.spec, wanted.tolerations);
  lane.shouldRun = placement?.shouldRun ?? false;
  lane.shouldContinue = placement?.shouldContinue ?? false;
}

/** What the pods of a lane amount to. */
interface Amount {
  updated: boolean;
  old: boolean;
  failed: boolean;
  live: boolean;
  /** When a Ready pod that is not available yet will be; infinity: none. */
  nextAvailable: Instant;
}

/** The code of a lane at `now`, and the instant at which it changes by time alone (a pod becomes available); infinity: never. */
export function judge(lane: LaneState, wanted: Wanted | null, now: Instant): { readonly code: number; readonly until: Instant } {
  const amount = wanted === null ? nothing(lane) : amountOf(lane, wanted, now);
  const state = stateCode[stateFor(lane, amount)];
  const served = amount.updated || amount.old;
  let bits = 0;
  if (lane.shouldRun && !served) bits |= withoutBit;
  if (lane.shouldRun ? state !== stateCode.updated : !lane.shouldContinue && lane.node !== null && lane.pods.length > 0) bits |= pendingBit;
  return { code: state | bits | nodeBits(lane.node), until: amount.nextAvailable };
}

function stateFor(lane: LaneState, amount: Amount): keyof typeof stateCode {
  if (lane.pods.length === 0) return lane.shouldRun ? 'none' : 'notTargeted';
  if (amount.updated) return 'updated';
  if (amount.old) return 'old';
  if (!amount.live) return 'terminating';
  return amount.failed ? 'failed' : 'starting';
}

function amountOf(lane: LaneState, wanted: Wanted, now: Instant): Amount {
  const amount = nothing(lane);
  for (const pod of lane.pods) {
    if (pod.deletedAt !== null) continue;
    amount.live = true;
    const from = availableFrom(pod, wanted.minReady, wanted.availableAtBoundary);
    if (from !== null && from <= now) {
      if (isUpdated(pod, wanted.hash, wanted.generation)) amount.updated = true;
      else amount.old = true;
    } else {
      if (from !== null) amount.nextAvailable = Math.min(amount.nextAvailable, from);
      amount.failed ||= hasFailed(pod);
    }
  }
  return amount;
}

function nothing(lane: LaneState): Amount {
  const live = lane.pods.some(pod => pod.deletedAt === null);
  return { updated: false, old: false, failed: false, live, nextAvailable: Number.POSITIVE_INFINITY };
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
  return [...pod.initContainerStatuses, ...pod.containerStatuses].some(({ state }) =>
    state.kind === 'waiting' ? waitingInVain.has(state.reason) : state.kind === 'terminated' && state.exitCode !== 0,
  );
}
