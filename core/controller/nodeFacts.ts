import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { availableFrom, isAvailable, isReady } from './availability.ts';
import type { Backoff } from './backoff.ts';
import type { NodeSubject } from './nodeSubject.ts';
import { idle, judgePods, type PodCare } from './podCare.ts';
import { isFinishedAndGoing, oldest } from './podOrder.ts';
import { judgeRolling, outside, type RollingShare, soleOf } from './rollingShare.ts';
import { isOfNewest } from './templateGeneration.ts';
import type { Terms } from './terms.ts';

/** What a node adds to the status. */
export interface StatusShare {
  readonly desired: boolean;
  readonly current: boolean;
  readonly ready: boolean;
  readonly updated: boolean;
  readonly available: boolean;
  readonly misscheduled: boolean;
}

/** Everything the controller makes of one node at one instant. A node's record is written over by its next judgement: nobody keeps it. */
export interface NodeFacts {
  status: StatusShare;
  care: PodCare;
  rolling: RollingShare;
  /** The node's one up-to-date and its one old pod, as the rolling step sees them. */
  newPod: Pod | null;
  oldPod: Pod | null;
  /** When the judgement changes by time alone (minReadySeconds, back-off); null: it does not. */
  reviewAt: Instant | null;
}

/** The facts of a node that nothing is known of. */
export function noFacts(): NodeFacts {
  return { status: nothing, care: idle, rolling: outside, newPod: null, oldPod: null, reviewAt: null };
}

/** Judges one node, from its pods alone: what the status counts, what manage would do, how it takes part in the rolling step. Returns `facts`, written over. */
export function judgeNode(facts: NodeFacts, subject: NodeSubject, terms: Terms, backoff: Backoff, now: Instant): NodeFacts {
  const pods = standing(subject.pods);
  const newPod = soleOf(pods, true, terms);
  const oldPod = soleOf(pods, false, terms);
  facts.care = judgePods(subject, pods, terms, backoff, now);
  facts.status = judgeStatus(subject, pods, terms, now);
  facts.rolling = judgeRolling(subject, pods, newPod, oldPod, terms, now);
  facts.newPod = newPod === 'several' ? null : newPod;
  facts.oldPod = oldPod === 'several' ? null : oldPod;
  facts.reviewAt = earliest(nextAvailable(pods, terms, now), facts.care.heldUntil);
  return facts;
}

/** Writes one record over another. */
export function copyFacts(from: NodeFacts, to: NodeFacts): void {
  to.status = from.status;
  to.care = from.care;
  to.rolling = from.rolling;
  to.newPod = from.newPod;
  to.oldPod = from.oldPod;
  to.reviewAt = from.reviewAt;
}

/** Only the first pod counts, in the order of podOrder.ts: while surging that is the old one. */
function judgeStatus(subject: NodeSubject, pods: readonly Pod[], terms: Terms, now: Instant): StatusShare {
  const first = subject.placement === null ? undefined : oldest(pods);
  if (subject.placement?.shouldRun !== true) return first === undefined ? nothing : misscheduled;
  if (first === undefined) return desiredOnly;
  const available = isAvailable(first, terms.minReady, terms.atBoundary, now);
  const kind = (isReady(first) ? 1 : 0) + (isOfNewest(first, terms.newest) ? 2 : 0) + (available ? 4 : 0);
  return served[kind] ?? nothing;
}

/** The pods that stand for the node: all but those that are finished and going. */
function standing(pods: readonly Pod[]): readonly Pod[] {
  for (const pod of pods) if (isFinishedAndGoing(pod)) return pods.filter(other => !isFinishedAndGoing(other));
  return pods;
}

const nothing: StatusShare = { desired: false, current: false, ready: false, updated: false, available: false, misscheduled: false };
/** Shares of nodes with a pod, by readiness (1), revision (2) and availability (4): shared, so that equal shares are the same object. */
const served: readonly StatusShare[] = [0, 1, 2, 3, 4, 5, 6, 7].map(kind => ({
  desired: true,
  current: true,
  ready: (kind & 1) !== 0,
  updated: (kind & 2) !== 0,
  available: (kind & 4) !== 0,
  misscheduled: false,
}));
const desiredOnly: StatusShare = { ...nothing, desired: true };
const misscheduled: StatusShare = { ...nothing, misscheduled: true };

function nextAvailable(pods: readonly Pod[], terms: Terms, now: Instant): Instant | null {
  let next: Instant | null = null;
  if (terms.minReady === 0) return null;
  for (const pod of pods) {
    const from = availableFrom(pod, terms.minReady, terms.atBoundary);
    if (from !== null && from > now) next = earliest(next, from);
  }
  return next;
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}
