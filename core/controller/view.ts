import { createQueue, type PriorityQueue, peek, pop, push } from '../base/priorityQueue.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import { type Instant, type Labels, objectKey } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { PodTemplate } from '../kubernetes/objects/podTemplate.ts';
import { isEmptySelector, matchesSelector } from '../kubernetes/selector.ts';
import type { Backoff } from './backoff.ts';
import type { NodeEntry } from './nodeEntry.ts';
import { copyFacts, judgeNode, type NodeFacts, noFacts } from './nodeFacts.ts';
import { placeOn } from './placement.ts';
import { nodeOfPod } from './podOrder.ts';
import type { ControllerProfile } from './profile.ts';
import { createTally, retally, type Tally } from './tally.ts';
import { labelOf, revisionHashLabel } from './templateGeneration.ts';
import { changedBetween, type Terms, termsOf } from './terms.ts';

/**
 * What the controller knows of one DaemonSet, node by node, kept up to date change by change.
 *
 * Invariants: every existing node has an entry, and every other name with at least one pod; `dirty` holds the entries whose facts may
 * be out of date; the tally is the sum of all entries' facts. After `refresh`, nothing is dirty.
 */
export interface View {
  /** `namespace/name` of the DaemonSet. */
  readonly key: string;
  daemonSet: DaemonSet;
  /** Its selector is empty: it is left alone. A view's selector stays the same. */
  readonly selectsAll: boolean;
  hash: string;
  terms: Terms | null;
  /** What this controller has written is not in all caches yet (staleCache.ts). */
  stale: boolean;
  readonly entries: Map<string, NodeEntry>;
  /** How many entries there ever were. */
  numbers: number;
  readonly dirty: NodeEntry[];
  readonly reviews: PriorityQueue<{ readonly at: Instant; readonly entry: NodeEntry }>;
  readonly tally: Tally;
  /** The judgement under way: it is compared with what the entry has before it takes its place. */
  readonly judgement: NodeFacts;
  /** Pods of our own whose labels the selector does not match: to be released. By name. */
  readonly toRelease: Map<string, Pod>;
  /** Pods without owner that the selector matches: to be adopted; until then they are counted like our own. By name. */
  readonly toAdopt: Map<string, Pod>;
  /** Claimed pods that belong to no node: they are neither counted nor deleted. By name. */
  readonly unplaced: Map<string, Pod>;
  /** Hash label → number of claimed pods with a node, whatever their state. */
  readonly liveHashes: Map<string, number>;
  /** The labels that matched the selector, and that did not, when last asked: many pods share theirs, and the selector of a view stays the same. */
  matching: Labels | null;
  notMatching: Labels | null;
  /** The labels of the pods that were created last, and what they follow from. */
  podLabels: KnownPodLabels | null;
  /** The history as the last sync left it, while nothing about it has changed. */
  history: KnownHistory | null;
}

/** Labels that the pods of several syncs share. */
export interface KnownPodLabels {
  readonly template: PodTemplate;
  readonly annotations: Labels;
  readonly hash: string;
  readonly labels: Labels;
}

/** A history that needs no work. */
export interface KnownHistory {
  readonly template: PodTemplate;
  /** The controller's `revisionsVersion` at that time. */
  readonly version: number;
  readonly hash: string;
  readonly old: readonly ControllerRevision[];
}

export function createView(daemonSet: DaemonSet): View {
  return {
    key: objectKey(daemonSet),
    daemonSet,
    selectsAll: isEmptySelector(daemonSet.spec.selector),
    hash: '',
    terms: null,
    stale: false,
    entries: new Map(),
    numbers: 0,
    dirty: [],
    reviews: createQueue((a, b) => a.at < b.at),
    tally: createTally(),
    judgement: noFacts(),
    matching: null,
    notMatching: null,
    toRelease: new Map(),
    toAdopt: new Map(),
    unplaced: new Map(),
    liveHashes: new Map(),
    podLabels: null,
    history: null,
  };
}

export function setNode(view: View, name: string, node: Node | null): void {
  const entry = entryOf(view, name);
  entry.node = node;
  entry.placement = null;
  touch(view, entry);
}

/** Takes a pod of the DaemonSet's namespace into the view, if it is one to claim or to release. */
export function addPod(view: View, pod: Pod): void {
  const part = partOf(view, pod);
  if (part === 'release') view.toRelease.set(pod.name, pod);
  if (part !== 'own' && part !== 'adopt') return;
  if (part === 'adopt') view.toAdopt.set(pod.name, pod);
  const name = nodeOfPod(pod);
  if (name === '') {
    view.unplaced.set(pod.name, pod);
    return;
  }
  const entry = entryOf(view, name);
  entry.pods.push(pod);
  countHash(view, pod, 1);
  touch(view, entry);
}

/** Takes the pod out again. It must be given as it was added. */
export function removePod(view: View, pod: Pod): void {
  if (view.toRelease.size > 0) view.toRelease.delete(pod.name);
  if (view.toAdopt.size > 0) view.toAdopt.delete(pod.name);
  if (view.unplaced.size > 0) view.unplaced.delete(pod.name);
  const entry = view.entries.get(nodeOfPod(pod));
  const place = entry === undefined ? -1 : placeOfName(entry.pods, pod.name);
  if (entry === undefined || place < 0) return;
  if (place === entry.pods.length - 1) entry.pods.pop();
  else entry.pods.splice(place, 1);
  countHash(view, pod, -1);
  touch(view, entry);
}

function placeOfName(pods: readonly Pod[], name: string): number {
  for (let place = 0; place < pods.length; place++) if (pods[place]?.name === name) return place;
  return -1;
}

/** Takes the next version of a pod of the view. Where owner, labels and node stay, this is quicker than out and in. */
export function updatePod(view: View, before: Pod, after: Pod): void {
  const entry = view.entries.get(nodeOfPod(after));
  const stays =
    before.owner === after.owner && before.labels === after.labels && nodeOfPod(before) === nodeOfPod(after) && after.owner !== null;
  const place = stays && entry !== undefined ? entry.pods.indexOf(before) : -1;
  if (entry === undefined || place < 0) {
    removePod(view, before);
    addPod(view, after);
    return;
  }
  entry.pods[place] = after;
  if (!judgedAlike(before, after)) touch(view, entry);
}

/** Whether everything a judgement looks at is the same in both: containers starting, an address and so on change nothing. */
function judgedAlike(before: Pod, after: Pod): boolean {
  return (
    before.ready === after.ready &&
    before.phase === after.phase &&
    before.deletedAt === after.deletedAt &&
    before.nodeName === after.nodeName &&
    before.createdAt === after.createdAt
  );
}

/** Brings all facts and totals to `now`. Costs as much as has changed since the last time. */
export function refresh(view: View, profile: ControllerProfile, backoff: Backoff, now: Instant): Terms {
  for (let next = peek(view.reviews); next !== undefined && next.at <= now; next = peek(view.reviews)) {
    pop(view.reviews);
    if (next.entry.reviewAt !== next.at) continue;
    next.entry.reviewAt = null;
    touch(view, next.entry);
  }
  let terms = adoptTerms(view, profile);
  while (view.dirty.length > 0) {
    for (const entry of view.dirty) judge(view, entry, terms, backoff, now);
    // Emptied one by one, the list keeps its memory for the next time.
    while (view.dirty.length > 0) view.dirty.pop();
    terms = adoptTerms(view, profile);
  }
  return terms;
}

/** All pods that the view knows, adoptable orphans included. */
export function* podsOf(view: View): Generator<Pod, void> {
  yield* view.toRelease.values();
  yield* view.unplaced.values();
  for (const entry of view.entries.values()) yield* entry.pods;
}

/** Marks an entry for a new judgement. */
export function touch(view: View, entry: NodeEntry): void {
  if (entry.dirty) return;
  entry.dirty = true;
  view.dirty.push(entry);
}

function adoptTerms(view: View, profile: ControllerProfile): Terms {
  const before = view.terms;
  const terms = termsOf(view.daemonSet, view.hash, view.tally.desired, profile, before);
  if (terms === before) return terms;
  view.terms = terms;
  const changed = before === null ? 'all' : changedBetween(before, terms);
  if (changed === 'all') {
    const placementStays = before !== null && before.podSpec === terms.podSpec;
    for (const entry of view.entries.values()) {
      if (!placementStays) entry.placement = null;
      touch(view, entry);
    }
  } else if (changed === 'failed') {
    for (const entry of view.tally.failing.items) touch(view, entry);
  }
  return terms;
}

function judge(view: View, entry: NodeEntry, terms: Terms, backoff: Backoff, now: Instant): void {
  entry.dirty = false;
  const gone = entry.node === null && entry.pods.length === 0;
  if (entry.node !== null && entry.placement === null) {
    entry.placement = placeOn(entry.node, terms.podSpec, terms.tolerations);
  }
  const facts = gone ? null : judgeNode(view.judgement, entry, terms, backoff, now);
  retally(view.tally, entry, entry.facts, facts);
  if (facts === null) {
    entry.facts = null;
    view.entries.delete(entry.name);
  } else {
    entry.facts = entry.record;
    copyFacts(facts, entry.record);
  }
  const reviewAt = facts?.reviewAt ?? null;
  if (reviewAt !== null && reviewAt !== entry.reviewAt) push(view.reviews, { at: reviewAt, entry });
  entry.reviewAt = reviewAt;
}

function entryOf(view: View, name: string): NodeEntry {
  const known = view.entries.get(name);
  if (known !== undefined) return known;
  const number = view.numbers++;
  const entry: NodeEntry = {
    name,
    number,
    node: null,
    placement: null,
    pods: [],
    facts: null,
    record: noFacts(),
    reviewAt: null,
    dirty: false,
  };
  view.entries.set(name, entry);
  return entry;
}

/** Whether the pod is one of ours, or an orphan that is about to be. */
export function isClaimed(view: View, pod: Pod): boolean {
  const part = partOf(view, pod);
  return part === 'own' || part === 'adopt';
}

function countHash(view: View, pod: Pod, by: 1 | -1): void {
  const hash = labelOf(pod.labels, revisionHashLabel) ?? '';
  if (hash === '') return;
  const pods = (view.liveHashes.get(hash) ?? 0) + by;
  if (pods === 0) view.liveHashes.delete(hash);
  else view.liveHashes.set(hash, pods);
}

/**
 * Which part a pod of the namespace has (ControllerRefManager.ClaimObject): our own, one to release, one to adopt, or none.
 * Invariant: a pod with another controller is never touched.
 */
function partOf(view: View, pod: Pod): 'own' | 'release' | 'adopt' | 'none' {
  const { uid } = view.daemonSet;
  const matches = isSelected(view, pod.labels);
  if (pod.owner !== null) return pod.owner.uid !== uid ? 'none' : matches ? 'own' : 'release';
  return matches && pod.deletedAt === null ? 'adopt' : 'none';
}

function isSelected(view: View, labels: Labels): boolean {
  if (labels === view.matching) return true;
  if (labels === view.notMatching) return false;
  const matches = !view.selectsAll && matchesSelector(view.daemonSet.spec.selector, labels);
  if (matches) view.matching = labels;
  else view.notMatching = labels;
  return matches;
}
