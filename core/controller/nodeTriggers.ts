import { jsonEquals } from '../base/json.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';
import { type Placement, placeOn } from './placement.ts';
import type { Controller } from './state.ts';
import type { View } from './view.ts';
import { enqueue, isReady } from './workQueue.ts';

/** A node event. Removal wakes nobody, nor does an update that leaves labels and taints as they are (shouldIgnoreNodeUpdate). */
export function nodeChanged(controller: Controller, before: Node | null, after: Node | null, now: Instant): void {
  if (after === null || (before !== null && samePlace(before, after))) return;
  if (controller.profile.nodeQueue) {
    if (!controller.nodeQueue.has(after.name)) controller.nodeQueue.set(after.name, now);
    return;
  }
  for (const view of controller.views.values()) {
    if (movesPlacement(view, before, after)) enqueue(controller.queue, view.key, now);
  }
}

/** Looks at the queued nodes and wakes the DaemonSets that have something to do there (syncNodeUpdate, from 1.33). */
export function workOffNodes(controller: Controller, now: Instant): void {
  const asleep = [...controller.views.values()].filter(view => !isReady(controller.queue, view.key));
  const names = asleep.length === 0 ? [] : controller.nodeQueue.keys();
  for (const name of names) {
    const node = controller.nodes.get(name);
    if (node === undefined) continue;
    for (const view of asleep) {
      if (!isReady(controller.queue, view.key) && hasWorkOn(controller, view, node)) enqueue(controller.queue, view.key, now);
    }
  }
  controller.nodeQueue.clear();
}

function hasWorkOn(controller: Controller, view: View, node: Node): boolean {
  const placement = place(view, node);
  const { uid, status } = view.daemonSet;
  const hasBoundPod = view.entries.get(node.name)?.pods.some(pod => pod.nodeName === node.name && pod.owner?.uid === uid) ?? false;
  if (!hasBoundPod) return placement.shouldRun;
  return !placement.shouldContinue || (controller.profile.wakeWhileMisscheduled && status.numberMisscheduled > 0);
}

/** Up to 1.32: whether the verdict differs between the old and the new node. */
function movesPlacement(view: View, before: Node | null, after: Node): boolean {
  const next = place(view, after);
  if (before === null) return next.shouldRun;
  const last = place(view, before);
  return last.shouldRun !== next.shouldRun || last.shouldContinue !== next.shouldContinue;
}

function place(view: View, node: Node): Placement {
  const { spec } = view.daemonSet.spec.template;
  const known = view.terms?.podSpec === spec ? view.terms.tolerations : daemonPodTolerations(spec);
  return placeOn(node, spec, known);
}

function samePlace(before: Node, after: Node): boolean {
  return sameLabels(before, after) && (before.taints === after.taints || JSON.stringify(before.taints) === JSON.stringify(after.taints));
}

function sameLabels(before: Node, after: Node): boolean {
  return before.labels === after.labels || jsonEquals(before.labels, after.labels);
}
