import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { isAvailable } from './availability.ts';
import type { NodeSubject } from './nodeSubject.ts';
import { isOfNewest } from './templateGeneration.ts';
import type { Terms } from './terms.ts';

/** What the rolling step can do with a node's old pod. The last four belong to surge. */
export type Candidate = 'replaceNow' | 'replace' | 'surgeNow' | 'surge' | 'dropOld' | 'sunset';

export const candidates: readonly Candidate[] = ['replaceNow', 'replace', 'surgeNow', 'surge', 'dropOld', 'sunset'];

/** A node's part in the rolling step. Shared, so that equal parts are the same object. */
export interface RollingShare {
  /** Counts against maxUnavailable, or with surge against maxSurge. */
  readonly counts: boolean;
  /** With surge: its old pod, or where there is none its new one, is available. */
  readonly available: boolean;
  /** With surge: the node would have to be looked up and does not exist, which fails the whole step. */
  readonly lookupFails: boolean;
  readonly candidate: Candidate | null;
}

/** The one pod of a kind, none, or several of them. */
export type Sole = Pod | null | 'several';

/** The node's up-to-date pod, or its old one, terminating ones being looked through (findUpdatedPodsOnNode). */
export function soleOf(pods: readonly Pod[], updated: boolean, terms: Terms): Sole {
  let sole: Pod | null = null;
  for (const pod of pods) {
    if (pod.deletedAt !== null || isOfNewest(pod, terms.newest) !== updated) continue;
    if (sole !== null) return 'several';
    sole = pod;
  }
  return sole;
}

/**
 * Classifies one node (rollingUpdate, update.go).
 *
 * Assumptions: `pods` are the subject's without those that are finished and going; the two others are what `soleOf` says of them.
 * Invariants: nodes that should run a pod take part, and all nodes that have one, even when they should not or do not exist;
 * terminating pods are looked through, so a node with nothing else has neither a new nor an old pod.
 */
export function judgeRolling(
  subject: NodeSubject,
  pods: readonly Pod[],
  newPod: Sole,
  oldPod: Sole,
  terms: Terms,
  now: Instant,
): RollingShare {
  if (terms.rolling === 'none' || (pods.length === 0 && subject.placement?.shouldRun !== true)) return outside;
  if (newPod === 'several' || oldPod === 'several') return counting;
  return terms.rolling === 'replace' ? judgeReplacing(newPod, oldPod, terms, now) : judgeSurging(subject, newPod, oldPod, terms, now);
}

function judgeReplacing(newPod: Pod | null, oldPod: Pod | null, terms: Terms, now: Instant): RollingShare {
  if ((newPod === null) === (oldPod === null)) return counting;
  if (newPod !== null) return serves(newPod, terms, now) ? outside : counting;
  if (serves(oldPod, terms, now)) return replaceable;
  return terms.unavailableOldPodsCount ? replacedNow : replacedNowUncounted;
}

function judgeSurging(subject: NodeSubject, newPod: Pod | null, oldPod: Pod | null, terms: Terms, now: Instant): RollingShare {
  const available = serves(oldPod ?? newPod, terms, now);
  if (oldPod === null) return surging(null, available);
  if (newPod !== null) {
    if (serves(newPod, terms, now)) return surging('dropOld', available);
    return available ? countingAvailable : counting;
  }
  if (subject.placement === null) return available ? lookupOfAvailable : lookup;
  const { shouldRun } = subject.placement;
  return surging(available ? (shouldRun ? 'surge' : 'sunset') : shouldRun ? 'surgeNow' : 'dropOld', available);
}

/** Takes no part. */
export const outside: RollingShare = { counts: false, available: false, lookupFails: false, candidate: null };
const counting: RollingShare = { ...outside, counts: true };
const countingAvailable: RollingShare = { ...counting, available: true };
const replaceable: RollingShare = { ...outside, candidate: 'replace' };
const replacedNow: RollingShare = { ...counting, candidate: 'replaceNow' };
const replacedNowUncounted: RollingShare = { ...outside, candidate: 'replaceNow' };
const lookup: RollingShare = { ...outside, lookupFails: true };
const lookupOfAvailable: RollingShare = { ...lookup, available: true };

type SurgeKind = 'dropOld' | 'surge' | 'surgeNow' | 'sunset' | 'none';
const surgeKinds: readonly SurgeKind[] = ['dropOld', 'surge', 'surgeNow', 'sunset', 'none'];

const shareFor = (kind: SurgeKind, available: boolean): RollingShare => ({
  ...outside,
  available,
  candidate: kind === 'none' ? null : kind,
});
const surgeShares = Object.fromEntries(surgeKinds.map(kind => [kind, [shareFor(kind, false), shareFor(kind, true)]]));

function surging(candidate: Exclude<SurgeKind, 'none'> | null, available: boolean): RollingShare {
  return surgeShares[candidate ?? 'none']?.[available ? 1 : 0] ?? outside;
}

function serves(pod: Pod | null, terms: Terms, now: Instant): boolean {
  return pod !== null && isAvailable(pod, terms.minReady, terms.atBoundary, now);
}
