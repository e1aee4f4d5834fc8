import { compareOrdinal } from '../base/compare.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { isAvailable } from './availability.ts';
import { explainBlockers, whyNotAvailable } from './blockers.ts';
import { areSatisfied } from './expectations.ts';
import type { NodeEntry } from './nodeEntry.ts';
import { isFinishedAndGoing, oldest } from './podOrder.ts';
import type { WaitingNode, WaitReason } from './reasons.ts';
import { revisionData } from './revisionData.ts';
import { budgetOf } from './rollingUpdate.ts';
import { type Controller, namespaceOf } from './state.ts';
import { isOfNewest, labelOf, revisionHashLabel } from './templateGeneration.ts';
import type { Terms } from './terms.ts';
import { refresh, type View } from './view.ts';

/**
 * The nodes on which the rollout of the DaemonSet `namespace/name` is not finished, each with its reason, in the order of their names.
 * A node waits while it has an old pod, or should have an available pod and has none.
 */
export function explainWaiting(controller: Controller, daemonSet: string, now: Instant): readonly WaitingNode[] {
  const view = controller.views.get(daemonSet);
  if (view === undefined) return [];
  view.hash = presentHash(controller, view);
  const terms = refresh(view, controller.profile, controller.backoff, now);
  const general = generalReason(controller, view, daemonSet, now);
  const waiting: WaitingNode[] = [];
  const budget = budgetReason(view, terms, now);
  for (const entry of view.entries.values()) {
    const one = explainNode(view, entry, terms, budget, now);
    if (one !== null) waiting.push(general !== null && one.reason.kind === 'nextSync' ? { ...one, reason: general } : one);
  }
  return waiting.sort((a, b) => compareOrdinal(a.node, b.node));
}

/** The hash of the present template's revision, also before the sync that will find it; empty while there is no such revision. */
function presentHash(controller: Controller, view: View): string {
  const { namespace, uid, spec } = view.daemonSet;
  if (view.history?.template === spec.template) return view.history.hash;
  const data = revisionData(spec.template);
  for (const revision of namespaceOf(controller.revisions, namespace).values()) {
    if (revision.owner?.uid === uid && revision.data === data) return labelOf(revision.labels, revisionHashLabel) ?? revision.name;
  }
  return '';
}

/** What keeps the controller from acting at all. */
function generalReason(controller: Controller, view: View, key: string, now: Instant): WaitReason | null {
  if (view.daemonSet.deletedAt !== null) return { kind: 'deleting' };
  const open = controller.expectations.get(key);
  if (open === undefined || areSatisfied(controller.expectations, key, now)) return null;
  return { kind: 'expectations', creates: Math.max(0, open.creates), deletes: Math.max(0, open.deletes) };
}

/** Why an available old pod is not replaced now. The same for all of them, so it is worked out once. */
function budgetReason(view: View, terms: Terms, now: Instant): WaitReason {
  const { limits } = terms;
  if (limits === null) return { kind: 'onDelete' };
  if (typeof limits === 'string') return { kind: 'nextSync' };
  const budget = budgetOf(view, limits);
  if (budget.used < budget.limit) return { kind: 'nextSync' };
  return { kind: 'budget', budget, blockers: explainBlockers(view, terms, now) };
}

function explainNode(view: View, entry: NodeEntry, terms: Terms, budget: WaitReason, now: Instant): WaitingNode | null {
  const { facts } = entry;
  if (facts === null) return null;
  const pods = entry.pods.filter(pod => !isFinishedAndGoing(pod));
  const held = facts.care.held[0];
  const staying = pods.filter(pod => pod.deletedAt === null && pod !== held);
  if (held !== undefined && staying.length === 0)
    return wait(entry, held, { kind: 'failedBackoff', pod: held.name, until: facts.care.heldUntil ?? now });
  if (facts.care.create !== null || facts.care.deletes.length > 0 || facts.care.failed.length > 0)
    return wait(entry, oldest(pods), { kind: 'nextSync' });
  if (staying.length === 0) return explainEnding(entry, pods, now);
  return explainStaying(view, entry, staying, terms, budget, now);
}

/** No pod stays: those that end hold the node up, as long as it should have one. */
function explainEnding(entry: NodeEntry, pods: readonly Pod[], now: Instant): WaitingNode | null {
  const pod = oldest(pods);
  return pod === undefined ? null : wait(entry, pod, { kind: 'terminating', pod: pod.name, since: pod.deletedAt ?? now });
}

function explainStaying(
  view: View,
  entry: NodeEntry,
  staying: readonly Pod[],
  terms: Terms,
  budget: WaitReason,
  now: Instant,
): WaitingNode | null {
  const newPod = oldest(staying.filter(pod => isOfNewest(pod, terms.newest))) ?? null;
  const oldPod = oldest(staying.filter(pod => !isOfNewest(pod, terms.newest))) ?? null;
  if (oldPod === null) {
    if (newPod === null || entry.placement?.shouldRun !== true || serves(newPod, terms, now)) return null;
    return wait(entry, newPod, { kind: 'newPodNotAvailable', newPod: newPod.name, cause: whyNotAvailable(newPod, terms) });
  }
  if (newPod !== null)
    return wait(entry, oldPod, { kind: 'newPodNotAvailable', newPod: newPod.name, cause: whyNotAvailable(newPod, terms) });
  if (terms.rolling === 'surge' && view.tally.lookupFailures > 0)
    return wait(entry, oldPod, { kind: 'nodeLookup', node: missingNode(view) });
  switch (entry.facts?.rolling.candidate ?? null) {
    case null:
    case 'replace':
    case 'surge':
      return wait(entry, oldPod, budget);
    case 'sunset':
      return wait(entry, oldPod, { kind: 'sunset', available: view.tally.surgeAvailable, desired: view.tally.desired });
    default:
      return wait(entry, oldPod, { kind: 'nextSync' });
  }
}

function wait(entry: NodeEntry, pod: Pod | undefined, reason: WaitReason): WaitingNode {
  return { node: entry.name, pod: pod?.name ?? null, reason };
}

function serves(pod: Pod, terms: Terms, now: Instant): boolean {
  return isAvailable(pod, terms.minReady, terms.atBoundary, now);
}

function missingNode(view: View): string {
  for (const entry of view.entries.values()) if (entry.facts?.rolling.lookupFails === true) return entry.name;
  return '';
}
