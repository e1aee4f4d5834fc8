import type { Change } from '../controller/change.ts';
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
  /** The controller worked on one DaemonSet. Comes before the changes that this sync made. */
  synced(at: Instant, report: SyncReport): void;
  /** A component emitted an event, before the recorder merges or drops any. */
  emitted(event: EmittedEvent): void;
  /** An event of the scenario happens now. Comes before the changes it makes. */
  marked(at: Instant, mark: ScenarioEvent): void;
  /** The run stopped, for now or for good. */
  paused(outcome: Outcome): void;
}

/** The instant of the start state: everything is as it was left, just before the scenario's zero. */
export const startInstant: Instant = -1;
