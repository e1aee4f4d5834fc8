import type { Instant, Millis } from '../../../core/kubernetes/objects/meta.ts';
import type { WorldStart } from '../../../core/protocol/live.ts';
import type { WaitingDaemonSet } from '../../../core/simulation/observer.ts';
import type { PreparedCluster } from '../../../core/simulation/preparedCluster.ts';
import type { ScenarioProblem } from '../../../core/simulation/problem.ts';
import { advance, inject, nextInstant, type Run, start, waitingNodes } from '../../../core/simulation/run.ts';
import { defaultLimits, type Outcome, type ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';
import { createForgettingRecorder, type ForgettingRecorder } from './forgetting.ts';

/**
 * A served world as it is played again from its log: what has happened, and what will happen if nobody does anything more.
 *
 * Invariants: the run has the same events at the same instants as the world itself; when news come, and nothing of what was foreseen lies after
 * them, it goes on from where it stands, else it is run again from the beginning.
 */
export interface LiveRun {
  readonly world: number;
  readonly start: WorldStart;
  readonly keep: number;
  readonly events: ScenarioEvent[];
  under: UnderWay | null;
}

interface UnderWay {
  readonly run: Run;
  readonly recorder: ForgettingRecorder;
}

/** `keep`: so many changes are kept, and those since the last news. */
export function createLiveRun(world: number, scenario: WorldStart, keep: number = mostChanges): LiveRun {
  return { world, start: scenario, keep, events: [], under: null };
}

/** So far it is looked ahead: longer than a rollout's patience, and no week of a pod that crashes for ever. */
const ahead: Millis = 3 * 3_600_000;
/** Like all runs of the panel. */
const { maxEvents } = defaultLimits;
/** Some hundred megabytes. */
const mostChanges = 100_000;

export type Begun =
  | { readonly ok: true; readonly step: (events: number) => Timeline | null }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** Takes news, and lets the run go on to some time after `now`: `step` does so many events of it, and returns the timeline when it is there. */
export function takeNews(live: LiveRun, news: readonly ScenarioEvent[], now: Instant, prepared: PreparedCluster): Begun {
  live.events.push(...news);
  const problems = goOnWith(live, news) ? [] : beginAnew(live, prepared);
  const { under } = live;
  if (under === null) return { ok: false, problems };
  const last = live.events.reduce((latest, event) => Math.max(latest, event.at), 0);
  const until = Math.max(now, last) + ahead;
  return { ok: true, step: events => goOn(live, under, { last, until }, events) };
}

/** `last`: of the events that are known; `until`: where to stop. */
function goOn(
  live: LiveRun,
  { run, recorder }: UnderWay,
  { last, until }: { readonly last: Instant; readonly until: Instant },
  events: number,
): Timeline | null {
  const outcome = advance(run, { until, maxEvents: Math.min(events, maxEvents - run.processed) });
  if (recorder.size() > live.keep && run.world.now < last) recorder.forget();
  if (outcome.kind !== 'running') return timelineOf(live, recorder);
  const next = nextInstant(run);
  const stopped = next !== null && next > until ? ({ kind: 'timeLimit', at: until } as const) : eventLimit(run);
  if (stopped === null) return null;
  recorder.observer.paused(stopped, () => whoWaits(run));
  return timelineOf(live, recorder);
}

function eventLimit(run: Run): Outcome | null {
  return run.processed < maxEvents ? null : { kind: 'eventLimit', at: run.world.now };
}

function whoWaits(run: Run): readonly WaitingDaemonSet[] {
  return [...run.world.daemonSets.keys()].map(daemonSet => ({ daemonSet, nodes: waitingNodes(run, daemonSet) }));
}

/** As it is now: the recorder's goes on growing. */
function timelineOf({ start, events }: LiveRun, { timeline }: ForgettingRecorder): Timeline {
  return { ...timeline(), scenario: { ...start, events: [...events] } };
}

function goOnWith({ under, keep }: LiveRun, news: readonly ScenarioEvent[]): boolean {
  if (under === null || news.some(event => event.at <= under.run.world.now)) return false;
  if (news.length > 0 && under.recorder.size() > keep) under.recorder.forget();
  return news.every(event => inject(under.run, event).ok);
}

function beginAnew(live: LiveRun, prepared: PreparedCluster): readonly ScenarioProblem[] {
  const scenario = { ...live.start, events: live.events };
  const recorder = createForgettingRecorder(scenario);
  const started = start(scenario, recorder.observer, prepared);
  live.under = started.ok ? { run: started.run, recorder } : null;
  return started.ok ? [] : started.problems;
}
