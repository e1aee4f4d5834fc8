import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { availableFrom } from './availability.ts';
import type { NodeSubject } from './nodeSubject.ts';
import { isUpdated } from './templateGeneration.ts';
import type { Terms } from './terms.ts';

/** What the rolling step can do with a node's old pod. The last four belong to surge. */
export type Candidate = 'replaceNow' | 'replace' | 'surgeNow' | 'surge' | 'dropOld' | 'sunset';

export const candidates: readonly Candidate[] = ['replaceNow', 'replace', 'surgeNow', 'surge', 'dropOld', 'sunset'];

/** A node's part in the rolling step. */
export interface RollingShare {
  /** Counts against maxUnavailable, or with surge against maxSurge. */
  readonly counts: boolean;
  /** With surge: its old pod, or where there is none its new one, is available. */
  readonly available: boolean;
  /** With surge: the node would have to be looked up and does not exist, which fails the whole step. */
  readonly lookupFails: boolean;
  readonly candidate: Candidate | null;
  readonly newPod: Pod | null;
  readonly oldPod: Pod | null;
}

const outside: RollingShare = { counts: false, available: false, lookupFails: false, candidate: null, newPod: null, oldPod: null };

const excess: RollingShare = { ...outside, counts: true };

/**
 * Classifies one node (rollingUpdate, update.go).
 *
 * Assumptions: `pods` are the subject's without those that are finished and going.
 * Invariants: nodes that should run a pod take part, and all nodes that have one, even when they should not or do not exist;
 * terminating pods are looked through, so a node with nothing else has neither a new nor an old pod.
 */
export function judgeRolling(subject: NodeSubject, pods: readonly Pod[], terms: Terms, now: Instant): RollingShare {
  if (terms.rolling === 'none' || (pods.length === 0 && subject.placement?.shouldRun !== true)) return outside;
  const pair = findPair(pods, terms);
  if (pair === null) return excess;
  return terms.rolling === 'replace' ? judgeReplacing(pair, terms, now) : judgeSurging(subject, pair, terms, now);
}

interface Pair {
  readonly newPod: Pod | null;
  readonly oldPod: Pod | null;
}

const noPair: Pair = { newPod: null, oldPod: null };

/** The one new and the one old pod; null when there is more than one of either (findUpdatedPodsOnNode). */
function findPair(pods: readonly Pod[], terms: Terms): Pair | null {
  if (pods.length === 0) return noPair;
  let newPod: Pod | null = null;
  let oldPod: Pod | null = null;
  for (const pod of pods) {
    if (pod.deletedAt !== null) continue;
    if (isUpdated(pod, terms.hash, terms.generation)) {
      if (newPod !== null) return null;
      newPod = pod;
    } else {
      if (oldPod !== null) return null;
      oldPod = pod;
    }
  }
  return { newPod, oldPod };
}

function judgeReplacing({ newPod, oldPod }: Pair, terms: Terms, now: Instant): RollingShare {
  if ((newPod === null) === (oldPod === null)) return share(newPod, oldPod, true, null);
  if (newPod !== null) return share(newPod, oldPod, !isAvailable(newPod, terms, now), null);
  if (isAvailable(oldPod, terms, now)) return share(newPod, oldPod, false, 'replace');
  return share(newPod, oldPod, terms.unavailableOldPodsCount, 'replaceNow');
}

function judgeSurging(subject: NodeSubject, { newPod, oldPod }: Pair, terms: Terms, now: Instant): RollingShare {
  const available = isAvailable(oldPod ?? newPod, terms, now);
  if (oldPod === null) return share(newPod, oldPod, false, null, available);
  if (newPod !== null) {
    const served = isAvailable(newPod, terms, now);
    return share(newPod, oldPod, !served, served ? 'dropOld' : null, available);
  }
  if (subject.placement === null) return share(newPod, oldPod, false, null, available, true);
  const { shouldRun } = subject.placement;
  return share(newPod, oldPod, false, available ? (shouldRun ? 'surge' : 'sunset') : shouldRun ? 'surgeNow' : 'dropOld', available);
}

function share(
  newPod: Pod | null,
  oldPod: Pod | null,
  counts: boolean,
  candidate: Candidate | null,
  available = false,
  lookupFails = false,
): RollingShare {
  return { counts, available, lookupFails, candidate, newPod, oldPod };
}

function isAvailable(pod: Pod | null, terms: Terms, now: Instant): boolean {
  const from = pod === null ? null : availableFrom(pod, terms.minReady, terms.atBoundary);
  return from !== null && from <= now;
}
