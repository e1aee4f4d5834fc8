import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import { objectKey } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Change } from './change.ts';
import { type Controller, namespaceOf } from './state.ts';
import { addPod, createView, removePod, setNode, updatePod, type View } from './view.ts';

/** Takes a change into the caches and into the views of the DaemonSets it concerns. Wakes nobody. */
export function cacheChange(controller: Controller, change: Change): void {
  switch (change.kind) {
    case 'Node':
      cacheNode(controller, change.before, change.after);
      break;
    case 'Pod':
      cachePod(controller, change.before, change.after);
      break;
    case 'DaemonSet':
      cacheDaemonSet(controller, change.before, change.after);
      break;
    case 'ControllerRevision':
      cacheRevision(controller, change.before, change.after);
  }
}

function cacheRevision(controller: Controller, before: ControllerRevision | null, after: ControllerRevision | null): void {
  controller.revisionsVersion++;
  if (before !== null) namespaceOf(controller.revisions, before.namespace).delete(before.name);
  if (after !== null) namespaceOf(controller.revisions, after.namespace).set(after.name, after);
}

function cacheNode(controller: Controller, before: Node | null, after: Node | null): void {
  if (before !== null && after === null) controller.nodes.delete(before.name);
  if (after !== null) controller.nodes.set(after.name, after);
  const name = (after ?? before)?.name;
  if (name === undefined || (before !== null && after !== null && samePlace(before, after))) return;
  for (const view of controller.views.values()) setNode(view, name, after);
}

function cachePod(controller: Controller, before: Pod | null, after: Pod | null): void {
  if (before !== null && after !== null && before.owner !== null && before.owner.uid === after.owner?.uid) {
    namespaceOf(controller.pods, after.namespace).set(after.name, after);
    const view = controller.viewsByUid.get(after.owner.uid);
    if (view !== undefined && view.daemonSet.namespace === after.namespace) updatePod(view, before, after);
    return;
  }
  if (before !== null) {
    namespaceOf(controller.pods, before.namespace).delete(before.name);
    for (const view of viewsOf(controller, before)) removePod(view, before);
  }
  if (after !== null) {
    namespaceOf(controller.pods, after.namespace).set(after.name, after);
    for (const view of viewsOf(controller, after)) addPod(view, after);
  }
}

function cacheDaemonSet(controller: Controller, before: DaemonSet | null, after: DaemonSet | null): void {
  const known = controller.views.get(objectKey(after ?? before ?? { namespace: '', name: '' }));
  if (known !== undefined && after !== null && sameClaims(known.daemonSet, after)) {
    known.daemonSet = after;
    return;
  }
  if (known !== undefined) {
    controller.views.delete(objectKey(known.daemonSet));
    controller.viewsByUid.delete(known.daemonSet.uid);
  }
  if (after !== null) buildView(controller, after);
}

function buildView(controller: Controller, daemonSet: DaemonSet): void {
  const view = createView(daemonSet);
  controller.views.set(objectKey(daemonSet), view);
  controller.viewsByUid.set(daemonSet.uid, view);
  for (const node of controller.nodes.values()) setNode(view, node.name, node);
  for (const pod of namespaceOf(controller.pods, daemonSet.namespace).values()) addPod(view, pod);
}

/** The DaemonSets a pod may matter to: its owner, or for an orphan all of its namespace. */
function viewsOf(controller: Controller, pod: Pod): readonly View[] {
  if (pod.owner === null) return [...controller.views.values()].filter(view => view.daemonSet.namespace === pod.namespace);
  const view = controller.viewsByUid.get(pod.owner.uid);
  return view === undefined || view.daemonSet.namespace !== pod.namespace ? [] : [view];
}

/** Placement depends on labels and taints alone. */
function samePlace(before: Node, after: Node): boolean {
  return before.labels === after.labels && before.taints === after.taints;
}

/** Whether the same pods belong to both. */
function sameClaims(before: DaemonSet, after: DaemonSet): boolean {
  const [a, b] = [before.spec.selector, after.spec.selector];
  return before.uid === after.uid && (a === b || JSON.stringify(a) === JSON.stringify(b));
}
