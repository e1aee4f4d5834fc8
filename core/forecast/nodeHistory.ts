import { createQueue, type PriorityQueue, peek, pop, push } from '../base/priorityQueue.ts';
import { nodeOfPod } from '../controller/podOrder.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Timeline, Version } from '../simulation/timeline.ts';
import { append, byLane, createLog, type GrowingLog } from './growingLog.ts';
import { judge, type LaneState, place } from './laneState.ts';
import type { Lanes, Series } from './lanes.ts';
import { absentBit } from './nodeState.ts';
import { countChange, createCounter, type SeriesCounter, seriesOf, takeRow } from './seriesCounter.ts';
import { type DaemonSetName, isOwned } from './subject.ts';
import { createWantedTracker, takeDaemonSet, takeRevision, type WantedTracker } from './wantedTracker.ts';

/** What the nodes of a cluster show of one DaemonSet over a whole timeline, in compact form. */
export interface NodeHistory {
  /** Names, in the order in which the nodes came; lane `i` is that of `nodes[i]`. */
  readonly nodes: readonly string[];
  /** The node objects as they were first seen (labels, zone, pool). null: a pod waits for a node that never was. */
  readonly objects: readonly (Node | null)[];
  readonly lanes: Lanes;
  readonly series: Series;
  /** Instants at which any node's state changed, ascending. */
  readonly changes: Float64Array;
  /** When each pod of the DaemonSet that went was gone, by uid. */
  readonly removedAt: ReadonlyMap<string, Instant>;
  /** 1 for each node that should run a pod at the end. */
  readonly targetedAtEnd: Uint8Array;
  /** 1 for each node that should run a pod at any time. */
  readonly everTargeted: Uint8Array;
}

interface Lane extends LaneState {
  readonly index: number;
  first: Node | null;
  code: number;
  /** Whether the node was counted as targeted. */
  targeted: boolean;
  everTargeted: boolean;
  dirty: boolean;
}

interface Building {
  readonly subject: DaemonSetName;
  readonly wanted: WantedTracker;
  readonly lanes: Lane[];
  readonly byName: Map<string, Lane>;
  readonly names: string[];
  readonly dirty: Lane[];
  readonly removedAt: Map<string, Instant>;
  readonly log: GrowingLog;
  readonly counter: SeriesCounter;
  readonly timers: PriorityQueue<{ readonly at: Instant; readonly lane: Lane }>;
}

/**
 * Builds the history of one DaemonSet in one pass over a timeline.
 *
 * Invariants: a lane has at most one change an instant, and only when its code differs; the series has a row for each instant at which
 * a count differs; cost is proportional to the number of versions, not to nodes × instants.
 */
export function nodeHistory(timeline: Timeline, subject: DaemonSetName): NodeHistory {
  const building: Building = {
    subject,
    wanted: createWantedTracker(timeline.scenario.kubernetesVersion, subject),
    lanes: [],
    byName: new Map(),
    names: [],
    dirty: [],
    removedAt: new Map(),
    log: createLog(),
    counter: createCounter(),
    timers: createQueue((a, b) => a.at < b.at || (a.at === b.at && a.lane.index < b.lane.index)),
  };
  walk(timeline, building);
  return {
    nodes: building.names,
    objects: building.lanes.map(lane => lane.first),
    lanes: byLane(building.log, building.lanes.length),
    series: seriesOf(building.counter),
    changes: distinct(building.log),
    removedAt: building.removedAt,
    targetedAtEnd: flags(building.lanes, lane => lane.targeted),
    everTargeted: flags(building.lanes, lane => lane.everTargeted),
  };
}

/** Goes through all lists at once, instant by instant, and through the moments at which pods become available. */
function walk(timeline: Timeline, building: Building): void {
  const { nodes, daemonSets, revisions, pods } = timeline;
  const end = timeline.outcome.kind === 'running' ? never : timeline.outcome.at;
  let [n, d, r, p] = [0, 0, 0, 0];
  let [nodeAt, daemonSetAt, revisionAt, podAt] = [timeOf(nodes, 0), timeOf(daemonSets, 0), timeOf(revisions, 0), timeOf(pods, 0)];
  for (;;) {
    const timer = peek(building.timers)?.at ?? never;
    const now = Math.min(nodeAt, daemonSetAt, revisionAt, podAt, timer <= end ? timer : never);
    if (now === never) return;
    for (; nodeAt === now; nodeAt = timeOf(nodes, ++n)) takeNode(building, nodes[n]);
    for (; daemonSetAt === now; daemonSetAt = timeOf(daemonSets, ++d))
      if (takeDaemonSet(building.wanted, daemonSets[d])) placeAll(building);
    for (; revisionAt === now; revisionAt = timeOf(revisions, ++r)) if (takeRevision(building.wanted, revisions[r])) markAll(building);
    for (; podAt === now; podAt = timeOf(pods, ++p)) takePod(building, pods[p]);
    while (peek(building.timers)?.at === now) mark(building, pop(building.timers)?.lane);
    settle(building, now);
  }
}

const never = Number.POSITIVE_INFINITY;

function timeOf(versions: readonly { readonly at: Instant }[], index: number): Instant {
  return index < versions.length ? (versions[index]?.at ?? never) : never;
}

function takeNode(building: Building, version: Version<Node> | undefined): void {
  const node = version?.after ?? version?.before;
  if (version === undefined || node === undefined || node === null) return;
  const lane = laneOf(building, node.name);
  lane.node = version.after;
  lane.first ??= node;
  place(lane, building.wanted.current);
  mark(building, lane);
}

function takePod(building: Building, version: Version<Pod> | undefined): void {
  if (version === undefined) return;
  const before = owned(building, version.before);
  const after = owned(building, version.after);
  const left = before === null ? null : laneOf(building, nodeOfPod(before));
  const joined =
    after === null ? null : before !== null && nodeOfPod(before) === nodeOfPod(after) ? left : laneOf(building, nodeOfPod(after));
  if (left !== null && left === joined && after !== null && replace(left.pods, after)) {
    mark(building, left);
    return;
  }
  if (left !== null && before !== null) {
    const place = left.pods.findIndex(pod => pod.uid === before.uid);
    if (place >= 0) left.pods.splice(place, 1);
    if (version.after === null) building.removedAt.set(before.uid, version.at);
    mark(building, left);
  }
  if (joined !== null && after !== null) {
    joined.pods.push(after);
    mark(building, joined);
  }
}

/** Puts the next version of a pod in its place; false: it was not there. */
function replace(pods: Pod[], after: Pod): boolean {
  for (let i = 0; i < pods.length; i++) {
    if (pods[i]?.uid !== after.uid) continue;
    pods[i] = after;
    return true;
  }
  return false;
}

function owned({ subject }: Building, pod: Pod | null): Pod | null {
  return pod !== null && isOwned(pod.owner, pod.namespace, subject) ? pod : null;
}

function laneOf(building: Building, name: string): Lane {
  const known = building.byName.get(name);
  if (known !== undefined) return known;
  const lane: Lane = {
    index: building.lanes.length,
    node: null,
    first: null,
    shouldRun: false,
    shouldContinue: false,
    nodeBits: absentBit,
    pods: [],
    until: Number.POSITIVE_INFINITY,
    code: absentBit,
    targeted: false,
    everTargeted: false,
    dirty: false,
  };
  building.lanes.push(lane);
  building.names.push(name);
  building.byName.set(name, lane);
  return lane;
}

function mark(building: Building, lane: Lane | undefined): void {
  if (lane === undefined || lane.dirty) return;
  lane.dirty = true;
  building.dirty.push(lane);
}

function markAll(building: Building): void {
  for (const lane of building.lanes) mark(building, lane);
}

function placeAll(building: Building): void {
  for (const lane of building.lanes) place(lane, building.wanted.current);
  markAll(building);
}

/** Judges the lanes that something happened to, and notes what differs. */
function settle(building: Building, now: Instant): void {
  for (let lane = building.dirty.pop(); lane !== undefined; lane = building.dirty.pop()) {
    lane.dirty = false;
    const code = judge(lane, building.wanted.current, now);
    if (lane.until !== Number.POSITIVE_INFINITY) push(building.timers, { at: lane.until, lane });
    if (code === lane.code && lane.shouldRun === lane.targeted) continue;
    countChange(building.counter, lane, { code, targeted: lane.shouldRun });
    if (code !== lane.code) append(building.log, lane.index, now, code);
    lane.code = code;
    lane.targeted = lane.shouldRun;
    lane.everTargeted ||= lane.shouldRun;
  }
  takeRow(building.counter, now);
}

function flags(lanes: readonly Lane[], of: (lane: Lane) => boolean): Uint8Array {
  const result = new Uint8Array(lanes.length);
  for (const [index, lane] of lanes.entries()) result[index] = of(lane) ? 1 : 0;
  return result;
}

function distinct(log: GrowingLog): Float64Array {
  const instants: number[] = [];
  for (let i = 0; i < log.length; i++) {
    const at = log.at[i] ?? 0;
    if (instants.at(-1) !== at) instants.push(at);
  }
  return Float64Array.from(instants);
}
