import { jsonEquals } from '../base/json.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import { type ControllerRef, type Instant, type Labels, objectKey } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { isEmptySelector, matchesSelector } from '../kubernetes/selector.ts';
import { isReady } from './availability.ts';
import type { Change } from './change.ts';
import { creationsObserved, deletionObserved } from './expectations.ts';
import { nodeChanged } from './nodeTriggers.ts';
import type { Controller } from './state.ts';
import type { View } from './view.ts';
import { enqueue, enqueueAfter } from './workQueue.ts';

/**
 * Queues the DaemonSets that a change wakes (the event handlers of daemon_controller.go).
 *
 * Assumption: the caches hold the change already.
 * Invariants: a removed node, a removed orphan, an added revision with an owner, and a pod whose resourceVersion stays wake nobody.
 */
export function wake(controller: Controller, change: Change, now: Instant): void {
  switch (change.kind) {
    case 'Node':
      nodeChanged(controller, change.before, change.after, now);
      break;
    case 'DaemonSet':
      daemonSetChanged(controller, change.before, change.after, now);
      break;
    case 'Pod':
      podChanged(controller, change.before, change.after, now);
      break;
    case 'ControllerRevision':
      revisionChanged(controller, change.before, change.after, now);
  }
}

function daemonSetChanged(controller: Controller, before: DaemonSet | null, after: DaemonSet | null, now: Instant): void {
  if (before !== null && before.uid !== after?.uid) {
    controller.expectations.delete(objectKey(before));
    enqueue(controller.queue, objectKey(before), now);
  }
  if (after !== null) enqueue(controller.queue, controller.viewsByUid.get(after.uid)?.key ?? objectKey(after), now);
}

function podChanged(controller: Controller, before: Pod | null, after: Pod | null, now: Instant): void {
  const unchanged = before !== null && after !== null && before.resourceVersion === after.resourceVersion;
  const pod = after ?? before;
  if (unchanged || pod === null) return;
  if (after === null || after.deletedAt !== null) podDeleted(controller, pod, now);
  else if (before === null) podAdded(controller, after, now);
  else podUpdated(controller, before, after, now);
}

function podAdded(controller: Controller, pod: Pod, now: Instant): void {
  if (pod.owner === null) wakeMatching(controller, pod, now);
  const view = ownerOf(controller, pod.namespace, pod.owner);
  if (view === null) return;
  creationsObserved(controller.expectations, view.key);
  enqueue(controller.queue, view.key, now);
}

function podUpdated(controller: Controller, before: Pod, pod: Pod, now: Instant): void {
  const ownerChanged = !sameOwner(before.owner, pod.owner);
  if (ownerChanged) wakeOwner(controller, pod.namespace, before.owner, now);
  if (pod.owner === null) {
    if (ownerChanged || !sameLabels(before.labels, pod.labels)) wakeMatching(controller, pod, now);
    return;
  }
  const view = ownerOf(controller, pod.namespace, pod.owner);
  if (view === null) return;
  const { key } = view;
  enqueue(controller.queue, key, now);
  const { minReadySeconds } = view.daemonSet.spec;
  if (minReadySeconds > 0 && !isReady(before) && isReady(pod)) enqueueAfter(controller.queue, key, (minReadySeconds + 1) * 1000, now);
}

/** A pod that is gone, or has begun to go: each of these events counts as a seen deletion. */
function podDeleted(controller: Controller, pod: Pod, now: Instant): void {
  const view = ownerOf(controller, pod.namespace, pod.owner);
  if (view === null) return;
  deletionObserved(controller.expectations, view.key);
  enqueue(controller.queue, view.key, now);
}

function revisionChanged(controller: Controller, before: ControllerRevision | null, after: ControllerRevision | null, now: Instant): void {
  const revision = after ?? before;
  if (revision === null) return;
  if (after === null || after.deletedAt !== null) wakeOwner(controller, revision.namespace, revision.owner, now);
  else if (before !== null) revisionUpdated(controller, before, after, now);
  else if (after.owner === null) wakeMatching(controller, after, now);
}

function revisionUpdated(controller: Controller, before: ControllerRevision, after: ControllerRevision, now: Instant): void {
  if (before.resourceVersion === after.resourceVersion) return;
  const ownerChanged = !sameOwner(before.owner, after.owner);
  if (ownerChanged) wakeOwner(controller, after.namespace, before.owner, now);
  if (after.owner !== null) wakeOwner(controller, after.namespace, after.owner, now);
  else if (ownerChanged || !sameLabels(before.labels, after.labels)) wakeMatching(controller, after, now);
}

function wakeOwner(controller: Controller, namespace: string, owner: ControllerRef | null, now: Instant): void {
  const view = ownerOf(controller, namespace, owner);
  if (view !== null) enqueue(controller.queue, view.key, now);
}

/** Wakes every DaemonSet of the namespace that might want to adopt the orphan. */
function wakeMatching(controller: Controller, orphan: { readonly namespace: string; readonly labels: Labels }, now: Instant): void {
  for (const { daemonSet } of controller.views.values()) {
    const { selector } = daemonSet.spec;
    if (daemonSet.namespace !== orphan.namespace || isEmptySelector(selector) || !matchesSelector(selector, orphan.labels)) continue;
    enqueue(controller.queue, objectKey(daemonSet), now);
  }
}

function ownerOf(controller: Controller, namespace: string, owner: ControllerRef | null): View | null {
  if (owner === null || owner.kind !== 'DaemonSet') return null;
  const view = controller.viewsByUid.get(owner.uid);
  return view !== undefined && view.daemonSet.namespace === namespace && view.daemonSet.name === owner.name ? view : null;
}

function sameOwner(a: ControllerRef | null, b: ControllerRef | null): boolean {
  return a === b || (a !== null && b !== null && a.uid === b.uid && a.kind === b.kind && a.name === b.name);
}

function sameLabels(a: Labels, b: Labels): boolean {
  return a === b || jsonEquals(a, b);
}
