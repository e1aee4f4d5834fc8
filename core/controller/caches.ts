import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import { objectKey } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Change } from './change.ts';
import { type Controller, namespaceOf } from './state.ts';
import { addPod, createView, podsOf, removePod, setNode, updatePod, type View } from './view.ts';

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
  const owner = after === null ? null : ownerView(controller, after);
  if (before !== null && after !== null && owner !== null && ownerView(controller, before) === owner) {
    updatePod(owner, before, after);
    return;
  }
  if (before !== null) forgetPod(controller, before);
  if (after !== null) keepPod(controller, after, owner);
}

/** A pod with an owner we know is kept in the owner's view alone; any other in the general cache, and an orphan in the views that may adopt it, too. */
function keepPod(controller: Controller, pod: Pod, owner: View | null): void {
  if (owner !== null) {
    addPod(owner, pod);
    return;
  }
  namespaceOf(controller.otherPods, pod.namespace).set(pod.name, pod);
  if (pod.owner === null) for (const view of viewsIn(controller, pod.namespace)) addPod(view, pod);
}

function forgetPod(controller: Controller, pod: Pod): void {
  const owner = ownerView(controller, pod);
  if (owner !== null) {
    removePod(owner, pod);
    return;
  }
  namespaceOf(controller.otherPods, pod.namespace).delete(pod.name);
  if (pod.owner === null) for (const view of viewsIn(controller, pod.namespace)) removePod(view, pod);
}

function cacheDaemonSet(controller: Controller, before: DaemonSet | null, after: DaemonSet | null): void {
  const known = viewOf(controller, before, after);
  if (known !== undefined && after !== null && sameClaims(known.daemonSet, after)) {
    known.daemonSet = after;
    return;
  }
  if (known !== undefined) dropView(controller, known);
  if (after !== null) buildView(controller, after);
}

/** By its uid where it stays the same one, which is the quicker look-up; by its name where one takes the place of another. */
function viewOf(controller: Controller, before: DaemonSet | null, after: DaemonSet | null): View | undefined {
  if (after !== null && before?.uid === after.uid) return controller.viewsByUid.get(after.uid);
  return controller.views.get(objectKey(after ?? before ?? { namespace: '', name: '' }));
}

/** Its pods live on without a view. */
function dropView(controller: Controller, view: View): void {
  controller.views.delete(view.key);
  controller.viewsByUid.delete(view.daemonSet.uid);
  const others = namespaceOf(controller.otherPods, view.daemonSet.namespace);
  for (const pod of podsOf(view)) others.set(pod.name, pod);
}

function buildView(controller: Controller, daemonSet: DaemonSet): void {
  const view = createView(daemonSet);
  controller.views.set(view.key, view);
  controller.viewsByUid.set(daemonSet.uid, view);
  for (const node of controller.nodes.values()) setNode(view, node.name, node);
  const others = namespaceOf(controller.otherPods, daemonSet.namespace);
  for (const pod of [...others.values()]) {
    if (pod.owner?.uid === daemonSet.uid) others.delete(pod.name);
    else if (pod.owner !== null) continue;
    addPod(view, pod);
  }
}

function ownerView(controller: Controller, pod: Pod): View | null {
  const view = pod.owner === null ? undefined : controller.viewsByUid.get(pod.owner.uid);
  return view === undefined || view.daemonSet.namespace !== pod.namespace ? null : view;
}

function viewsIn(controller: Controller, namespace: string): readonly View[] {
  return [...controller.views.values()].filter(view => view.daemonSet.namespace === namespace);
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
