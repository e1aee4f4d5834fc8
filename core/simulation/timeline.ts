import type { SyncReport } from '../controller/syncReport.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Outcome, Scenario, ScenarioEvent } from './scenario.ts';

/** One change of one object. `before` null: added; `after` null: removed. The start state is added at {@link startInstant} (-1). */
export interface Version<T> {
  readonly at: Instant;
  readonly before: T | null;
  readonly after: T | null;
}

export interface TimedSync {
  readonly at: Instant;
  readonly report: SyncReport;
}

/** An event of the scenario at the moment it happened: an edit, a fault. */
export interface Mark {
  readonly at: Instant;
  readonly event: ScenarioEvent;
}

/** Everything that happened in a run. All lists are in the order in which it happened; nothing in them ever changes. */
export interface Timeline {
  readonly scenario: Scenario;
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
}

/** All pods as they are once everything due at or before `at` has happened, in the order in which they were created. */
export declare function podsAt(timeline: Timeline, at: Instant): readonly Pod[];
export declare function nodesAt(timeline: Timeline, at: Instant): readonly Node[];
export declare function daemonSetsAt(timeline: Timeline, at: Instant): readonly DaemonSet[];
export declare function revisionsAt(timeline: Timeline, at: Instant): readonly ControllerRevision[];
/** What happened to one DaemonSet's pods on, or pinned to, one node. */
export declare function historyOfNode(timeline: Timeline, node: string, daemonSetUid: string): readonly Version<Pod>[];
/** FNV-1a 64 over the canonical lines of all changes: equal hashes, equal timelines. Computed when asked. */
export declare function traceHash(timeline: Timeline): string;
