import { compareOrdinal } from '../base/compare.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { availableFrom } from './availability.ts';
import type { NodeEntry } from './nodeEntry.ts';
import type { NodeFacts } from './nodeFacts.ts';
import { isFinishedAndGoing, oldest } from './podOrder.ts';
import type { BlockCause, Blocker } from './reasons.ts';
import type { Terms } from './terms.ts';
import type { View } from './view.ts';

/** The nodes that use up the budget of the rolling step, in the order of their names, each with its cause. */
export function explainBlockers(view: View, terms: Terms, now: Instant): readonly Blocker[] {
  const blockers: Blocker[] = [];
  for (const entry of view.entries.values()) {
    if (entry.facts?.rolling.counts !== true) continue;
    const undesired = entry.placement?.shouldRun !== true;
    blockers.push({ node: entry.name, cause: causeOf(entry, entry.facts, terms, now), undesired });
  }
  return blockers.sort((a, b) => compareOrdinal(a.node, b.node));
}

/** Why a pod that is there does not count as available. */
export function whyNotAvailable(pod: Pod, terms: Terms): BlockCause {
  const from = availableFrom(pod, terms.minReady, terms.atBoundary);
  return from === null ? { kind: 'notReady', pod: pod.name } : { kind: 'minReadySeconds', pod: pod.name, availableAt: from };
}

function causeOf(entry: NodeEntry, { newPod, oldPod }: NodeFacts, terms: Terms, now: Instant): BlockCause {
  const pods = entry.pods.filter(pod => !isFinishedAndGoing(pod));
  const staying = pods.filter(pod => pod.deletedAt === null);
  if (newPod !== null && oldPod !== null && terms.rolling === 'replace') {
    return { kind: 'oldAndNew', oldPod: oldPod.name, newPod: newPod.name };
  }
  if (newPod !== null) return whyNotAvailable(newPod, terms);
  if (oldPod !== null) return { kind: 'oldUnavailable', pod: oldPod.name };
  if (staying.length > 0) return { kind: 'excess', pods: staying.map(({ name }) => name).sort() };
  const ending = oldest(pods);
  return ending === undefined ? { kind: 'missing' } : { kind: 'terminating', pod: ending.name, since: ending.deletedAt ?? now };
}
