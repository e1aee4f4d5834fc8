import { nodeOfPod } from '../controller/podOrder.ts';
import { revisionHashLabel } from '../controller/templateGeneration.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Timeline, Version } from '../simulation/timeline.ts';
import { append, byLane, createLog, type GrowingLog } from './growingLog.ts';
import { changeAt, type Lanes } from './lanes.ts';
import { type DaemonSetName, isOwned } from './subject.ts';

/** Which revision each node runs over time. */
export interface RevisionLanes {
  /** Lane `i` is that of node `i`; the code is the place of a hash in {@link hashes} plus one, 0: no pod. */
  readonly lanes: Lanes;
  /** The label `controller-revision-hash` of the pods, in the order in which they came. */
  readonly hashes: readonly string[];
}

/** More revisions than fit a code share the last one. */
const mostHashes = 255;

/** The place of the revision in {@link RevisionLanes.hashes} that a node runs at an instant; -1: it has no pod. */
export function revisionAt({ lanes }: RevisionLanes, node: number, instant: Instant): number {
  const index = changeAt(lanes, node, instant);
  return index < 0 ? -1 : (lanes.code[index] ?? 0) - 1;
}

interface Building {
  readonly subject: DaemonSetName;
  readonly laneOf: ReadonlyMap<string, number>;
  readonly pods: Map<number, readonly Pod[]>;
  readonly places: Map<string, number>;
  readonly shown: Uint8Array;
  readonly log: GrowingLog;
}

/**
 * The revisions of one DaemonSet's pods on the given nodes, in one pass over the timeline. While a node has two pods (surge), it counts
 * for the younger one.
 */
export function revisionLanes({ pods }: Timeline, subject: DaemonSetName, nodes: readonly string[]): RevisionLanes {
  const building: Building = {
    subject,
    laneOf: new Map(nodes.map((name, lane) => [name, lane])),
    pods: new Map(),
    places: new Map(),
    shown: new Uint8Array(nodes.length),
    log: createLog(),
  };
  for (const version of pods) take(building, version);
  return { lanes: byLane(building.log, nodes.length), hashes: [...building.places.keys()] };
}

function take(building: Building, { at, before, after }: Version<Pod>): void {
  const left = before === null ? null : laneOf(building, before);
  const joined = after === null ? null : laneOf(building, after);
  if (left !== null) building.pods.set(left, others(building, left, before));
  if (joined !== null && after !== null) building.pods.set(joined, [...others(building, joined, after), after]);
  for (const lane of new Set([left, joined])) if (lane !== null) note(building, lane, at);
}

function note(building: Building, lane: number, at: Instant): void {
  const code = codeOf(building, lane);
  if (code === building.shown[lane]) return;
  building.shown[lane] = code;
  append(building.log, lane, at, code);
}

function laneOf({ laneOf, subject }: Building, pod: Pod): number | null {
  return isOwned(pod.owner, pod.namespace, subject) ? (laneOf.get(nodeOfPod(pod)) ?? null) : null;
}

function others({ pods }: Building, lane: number, pod: Pod | null): readonly Pod[] {
  return (pods.get(lane) ?? []).filter(({ uid }) => uid !== pod?.uid);
}

function codeOf({ pods, places }: Building, lane: number): number {
  const all = pods.get(lane) ?? [];
  const youngest = all.reduce<Pod | null>((found, pod) => (found === null || pod.createdAt > found.createdAt ? pod : found), null);
  const hash = youngest?.labels[revisionHashLabel];
  if (hash === undefined) return 0;
  if (!places.has(hash) && places.size < mostHashes) places.set(hash, places.size);
  return (places.get(hash) ?? mostHashes - 1) + 1;
}
