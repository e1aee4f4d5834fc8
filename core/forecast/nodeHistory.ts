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
    targetedAtEnd: Uint8Array.from(building.lanes, lane => Number(lane.targeted)),
    everTargeted: Uint8Array.from(building.lanes, lane => Number(lane.everTargeted)),
  };
}

/** Goes through all lists at once, instant by instant, and through the moments at which pods become available. */
function walk(timeline: Timeline, building: Building): void {
  const { nodes, daemonSets, revisions, pods } = timeline;
  const end = timeline.outcome.kind === 'running' ? Number.POSITIVE_INFINITY : timeline.outcome.at;
  let [n, d, r, p] = [0, 0, 0, 0];
  for (;;) {
    const timer = peek(building.timers)?.at ?? Number.POSITIVE_INFINITY;
    const now = Math.min(
      timeOf(nodes, n),
      timeOf(daemonSets, d),
      timeOf(revisions, r),
      timeOf(pods, p),
      timer <= end ? timer : Number.POSITIVE_INFINITY,
    );
    if (now === Number.POSITIVE_INFINITY) return;
    while (timeOf(nodes, n) === now) takeNode(building, nodes[n++]);
    while (timeOf(daemonSets, d) === now) if (takeDaemonSet(building.wanted, daemonSets[d++])) placeAll(building);
    while (timeOf(revisions, r) === now) if (takeRevision(building.wanted, revisions[r++])) markAll(building);
    while (timeOf(pods, p) === now) takePod(building, pods[p++]);
    while (peek(building.timers)?.at === now) mark(building, pop(building.timers)?.lane);
    settle(building, now);
  }
}

function timeOf(versions: readonly { readonly at: Instant }[], index: number): Instant {
  return versions[index]?.at ?? Number.POSITIVE_INFINITY;
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
  const { before, after } = version;
  if (before !== null && isOwned(before.owner, before.namespace, building.subject)) {
    const lane = laneOf(building, nodeOfPod(before));
    const place = lane.pods.findIndex(pod => pod.uid === before.uid);
    if (place >= 0) lane.pods.splice(place, 1);
    if (after === null) building.removedAt.set(before.uid, version.at);
    mark(building, lane);
  }
  if (after !== null && isOwned(after.owner, after.namespace, building.subject)) {
    const lane = laneOf(building, nodeOfPod(after));
    lane.pods.push(after);
    mark(building, lane);
  }
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

function distinct(log: GrowingLog): Float64Array {
  const instants: number[] = [];
  for (let i = 0; i < log.length; i++) {
    const at = log.at[i] ?? 0;
    if (instants.at(-1) !== at) instants.push(at);
  }
  return Float64Array.from(instants);
}
