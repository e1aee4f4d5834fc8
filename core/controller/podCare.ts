import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { isAvailable, isReady } from './availability.ts';
import { type Backoff, holdingBack } from './backoff.ts';
import type { NodeSubject } from './nodeSubject.ts';
import { compareAge } from './podOrder.ts';
import type { CreateReason, DeleteReason } from './reasons.ts';
import { labelOf, revisionHashLabel } from './templateGeneration.ts';
import type { Terms } from './terms.ts';

export interface PlannedDelete {
  readonly pod: Pod;
  readonly because: DeleteReason;
}

/** What manage does on one node: at most one create, and the deletes. */
export interface PodCare {
  readonly create: CreateReason | null;
  /** Without the failed pods below. */
  readonly deletes: readonly PlannedDelete[];
  /** Failed pods whose back-off is over: one of them, any, is deleted; the others then wait for the new back-off. */
  readonly failed: readonly Pod[];
  /** Failed pods that wait, and how long the back-off is as a whole: that is the delay of the requeue. */
  readonly held: readonly Pod[];
  readonly heldDelay: Millis;
  readonly heldUntil: Instant | null;
}

/**
 * One pod a node (podsShouldBeOnNode, daemon_controller.go).
 *
 * Assumptions: `pods` are the subject's without those that are finished and going.
 * Invariants:
 * - the revision plays no part without surge: of several pods the oldest stays;
 * - with surge a node keeps at most one pod of the current hash and one other, and both only while the old one is Ready and the new one not available;
 * - a terminating pod is never deleted again, except one that waits for a node that does not exist.
 */
export function judgePods(subject: NodeSubject, pods: readonly Pod[], terms: Terms, backoff: Backoff, now: Instant): PodCare {
  const { placement } = subject;
  if (placement === null)
    return deleteAll(
      pods.filter(pod => pod.nodeName === ''),
      { kind: 'nodeGone' },
    );
  if (pods.length === 0) return placement.shouldRun ? missing : idle;
  if (!placement.shouldContinue) {
    return deleteAll(
      pods.filter(pod => pod.deletedAt === null),
      { kind: 'placement', because: placement.because },
    );
  }
  if (pods.length === 1 && isRunning(pods[0])) return idle;
  const staying = pods.filter(pod => pod.deletedAt === null);
  if (staying.length === 0) return terms.surge && placement.shouldRun ? besideEnding : idle;
  const running = staying.filter(pod => pod.phase !== 'Failed' && pod.phase !== 'Succeeded');
  return {
    ...careForFailed(
      staying.filter(pod => pod.phase === 'Failed'),
      terms.backoffPrefix + subject.name,
      backoff,
      now,
    ),
    create: terms.surge && running.length === 0 && placement.shouldRun ? { kind: 'besideEndingPods' } : null,
    deletes: [
      ...staying.filter(pod => pod.phase === 'Succeeded').map((pod): PlannedDelete => ({ pod, because: { kind: 'succeeded' } })),
      ...(running.length < 2 ? [] : terms.surge ? surplusWithSurge(running, terms, now) : surplus(running)),
    ],
  };
}

/** Nothing to do. */
export const idle: PodCare = { create: null, deletes: [], failed: [], held: [], heldDelay: 0, heldUntil: null };

const missing: PodCare = { ...idle, create: { kind: 'missing' } };
const besideEnding: PodCare = { ...idle, create: { kind: 'besideEndingPods' } };

function isRunning(pod: Pod | undefined): boolean {
  return pod !== undefined && pod.deletedAt === null && pod.phase !== 'Failed' && pod.phase !== 'Succeeded';
}

function deleteAll(pods: readonly Pod[], because: DeleteReason): PodCare {
  return pods.length === 0 ? idle : { ...idle, deletes: pods.map(pod => ({ pod, because })) };
}

function careForFailed(failed: readonly Pod[], key: string, backoff: Backoff, now: Instant): PodCare {
  if (failed.length === 0) return idle;
  const entry = holdingBack(backoff, key, now);
  if (entry === null) return { ...idle, failed };
  return { ...idle, held: failed, heldDelay: entry.delay, heldUntil: entry.steppedAt + entry.delay };
}

function surplus(running: readonly Pod[]): readonly PlannedDelete[] {
  const [kept, ...others] = [...running].sort(compareAge);
  return others.map(pod => ({ pod, because: { kind: 'duplicate', kept: kept?.name ?? null } }));
}

function surplusWithSurge(running: readonly Pod[], terms: Terms, now: Instant): readonly PlannedDelete[] {
  const sorted = [...running].sort(compareAge);
  const isNew = (pod: Pod): boolean => (labelOf(pod.labels, revisionHashLabel) ?? '') === terms.hash;
  const newPod = sorted.find(isNew);
  const oldPod = sorted.find(pod => !isNew(pod));
  const surplusPods = sorted
    .filter(pod => pod !== newPod && pod !== oldPod)
    .map((pod): PlannedDelete => ({ pod, because: { kind: 'duplicate', kept: (isNew(pod) ? newPod : oldPod)?.name ?? null } }));
  const because = newPod === undefined || oldPod === undefined ? null : whyOldGoes(newPod, oldPod, terms, now);
  return because === null || oldPod === undefined ? surplusPods : [...surplusPods, { pod: oldPod, because }];
}

function whyOldGoes(newPod: Pod, oldPod: Pod, terms: Terms, now: Instant): DeleteReason | null {
  if (!isReady(oldPod)) return { kind: 'surgedOldNotReady', newPod: newPod.name };
  return isAvailable(newPod, terms.minReady, terms.atBoundary, now) ? { kind: 'surgedNewAvailable', newPod: newPod.name } : null;
}
