import type { Change } from '../controller/change.ts';
import type { WaitingNode } from '../controller/reasons.ts';
import type { SyncReport } from '../controller/syncReport.ts';
import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Outcome, ScenarioEvent } from './scenario.ts';

/** Someone who watches a run and keeps what it wants of it. A run works the same with none. */
export interface Observer {
  /** Whether {@link Observer.emitted} is to be called: texts of events nobody reads are not made. */
  readonly wantsEvents: boolean;
  /** An object of the world changed. The start state comes as additions at {@link startInstant}. */
  changed(at: Instant, change: Change): void;
  /** The controller worked on one DaemonSet. Comes after the changes that this sync made at once. */
  synced(at: Instant, report: SyncReport): void;
  /** A component emitted an event, before the recorder merges or drops any. */
  emitted(event: EmittedEvent): void;
  /** An event of the scenario happens now; or would, were it not refused in these words. Comes before the changes it makes. */
  marked(at: Instant, mark: ScenarioEvent, refused: string | null): void;
  /** The run stopped, for now or for good. `waiting` tells on which nodes a rollout is not finished, and why. */
  paused(outcome: Outcome, waiting: () => readonly WaitingDaemonSet[]): void;
}

/** A DaemonSet (`namespace/name`) whose rollout is not finished on some nodes. */
export interface WaitingDaemonSet {
  readonly daemonSet: string;
  readonly nodes: readonly WaitingNode[];
}

/** Nobody watches. */
export const silent: Observer = {
  wantsEvents: false,
  changed: () => undefined,
  synced: () => undefined,
  emitted: () => undefined,
  marked: () => undefined,
  paused: () => undefined,
};

/** The instant of the start state: everything is as it was left, just before the scenario's zero. */
export const startInstant: Instant = -1;
