import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Observer } from './observer.ts';
import type { ScenarioProblem } from './problem.ts';
import type { Outcome, Scenario, ScenarioEvent } from './scenario.ts';
import type { Timeline } from './timeline.ts';

/** One simulation under way: a world, its controller and everything still to come. */
export interface Run {
  readonly scenario: Scenario;
  /** The instant up to which everything has happened. */
  readonly now: Instant;
  /** Number of processed events. */
  readonly processed: number;
  readonly outcome: Outcome;
}

export type Started = { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** How far to go: through all events at or before `until`, but not more than `maxEvents` of them this time. */
export interface Slice {
  readonly until: Instant;
  readonly maxEvents: number;
}

/** What is needed to be at the same point again: a scenario with the injected events among its own, and how far it had come. Plain JSON. */
export interface Snapshot {
  readonly scenario: Scenario;
  readonly processed: number;
}

export type Injected = { readonly ok: true; readonly at: Instant } | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

export type Simulated =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** Builds the start state and stands at the instant before zero; or says what is wrong with the scenario, and where. */
export declare function start(scenario: Scenario, observer?: Observer): Started;
/** Goes on, at most to the end of the slice. The outcome is `running` while the slice, not the scenario, was what stopped it. */
export declare function advance(run: Run, slice: Slice): Outcome;
/** Adds an event to the scenario. One that is due at or before the present instant happens at the next possible one, which is returned. */
export declare function inject(run: Run, event: ScenarioEvent): Injected;
/** Where the run stands, as plain JSON. */
export declare function snapshot(run: Run): Snapshot;
/** A run of its own at the point of the snapshot, made by running the scenario again. */
export declare function restore(snapshot: Snapshot, observer?: Observer): Started;
/** Runs a scenario to its end and keeps everything that happened. */
export declare function simulate(scenario: Scenario): Simulated;
