import type { SyncReport } from '../controller/syncReport.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { WaitingDaemonSet } from './observer.ts';
import type { Outcome, Scenario, ScenarioEvent } from './scenario.ts';
import { type Checkpoints, createCheckpoints, objectsAt } from './timeline/checkpoints.ts';
import { createNodeHistories, type NodeHistories, nodeHistory } from './timeline/nodeHistories.ts';
import type { Version } from './timeline/version.ts';

export { traceHash, traceHashing } from './timeline/traceHash.ts';
export type { Version } from './timeline/version.ts';

export interface TimedSync {
  readonly at: Instant;
  readonly report: SyncReport;
}

/** An event of the scenario at the moment it happened: an edit, a fault. */
export interface Mark {
  readonly at: Instant;
  readonly event: ScenarioEvent;
  /** Why it could not be done, as kubectl would say it; null: it was done. */
  readonly refused: string | null;
}

/** Everything that happened in a run. All lists are in the order in which it happened and only ever grow at their end. */
export interface Timeline {
  readonly scenario: Scenario;
  /** The instant from which on a forecast counts: 0, the moment of the edit; later where a world has lived for a while before. */
  readonly origin: Instant;
  readonly pods: readonly Version<Pod>[];
  readonly nodes: readonly Version<Node>[];
  readonly daemonSets: readonly Version<DaemonSet>[];
  readonly revisions: readonly Version<ControllerRevision>[];
  readonly syncs: readonly TimedSync[];
  /** As emitted; core/controller/eventRecorder.ts says which of them the API server gets to see. */
  readonly events: readonly EmittedEvent[];
  readonly marks: readonly Mark[];
  /** Every instant at which an object changed, ascending, each once. */
  readonly instants: readonly Instant[];
  readonly outcome: Outcome;
  /** On which nodes a rollout was not finished at the end, with the controller's reason for each; empty while running. */
  readonly waiting: readonly WaitingDaemonSet[];
  /** Look-up tables, filled when first needed. */
  readonly index: TimelineIndex;
}

export interface TimelineIndex {
  readonly pods: Checkpoints<Pod>;
  readonly nodes: Checkpoints<Node>;
  readonly daemonSets: Checkpoints<DaemonSet>;
  readonly revisions: Checkpoints<ControllerRevision>;
  readonly histories: NodeHistories;
}

export function createTimelineIndex(): TimelineIndex {
  return {
    pods: createCheckpoints(),
    nodes: createCheckpoints(),
    daemonSets: createCheckpoints(),
    revisions: createCheckpoints(),
    histories: createNodeHistories(),
  };
}

/** All pods as they are once everything due at or before `at` has happened, in the order in which they were created. */
export function podsAt(timeline: Timeline, at: Instant): readonly Pod[] {
  return objectsAt(timeline.pods, timeline.index.pods, at);
}

export function nodesAt(timeline: Timeline, at: Instant): readonly Node[] {
  return objectsAt(timeline.nodes, timeline.index.nodes, at);
}

export function daemonSetsAt(timeline: Timeline, at: Instant): readonly DaemonSet[] {
  return objectsAt(timeline.daemonSets, timeline.index.daemonSets, at);
}

export function revisionsAt(timeline: Timeline, at: Instant): readonly ControllerRevision[] {
  return objectsAt(timeline.revisions, timeline.index.revisions, at);
}

/** What happened to one DaemonSet's pods on, or pinned to, one node. */
export function historyOfNode(timeline: Timeline, node: string, daemonSetUid: string): readonly Version<Pod>[] {
  return nodeHistory(timeline.pods, timeline.index.histories, node, daemonSetUid);
}
