import { peek, pop } from '../base/priorityQueue.ts';
import { createRandom } from '../base/random.ts';
import type { ControllerApi } from '../controller/api.ts';
import { type Controller, createController, explainWaiting, nextWork, observe, runSync } from '../controller/controller.ts';
import { controllerProfile } from '../controller/profile.ts';
import type { WaitingNode } from '../controller/reasons.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { actorsSee, handlers } from './actors/actors.ts';
import { createLimit } from './clientLimit.ts';
import { type Client, controllerApi } from './controllerApi.ts';
import { planAction } from './happenings/happenings.ts';
import { type Observer, silent, startInstant, type WaitingDaemonSet } from './observer.ts';
import { type PreparedCluster, prepareCluster } from './preparedCluster.ts';
import type { ScenarioProblem } from './problem.ts';
import { createRecorder } from './recorder.ts';
import type { Outcome, Scenario, ScenarioEvent } from './scenario.ts';
import { checkEvent, checkScenario } from './scenarioCheck.ts';
import { fillWorld } from './startState.ts';
import type { Timeline } from './timeline.ts';
import { forgetPod } from './world/podLife.ts';
import { carryOutTask } from './world/requests.ts';
import type { Task } from './world/task.ts';
import { createWorld, scheduleScenarioEvent, type World } from './world/world.ts';

/** One simulation under way: a world, its controller and everything still to come. Driven by the functions below only. */
export interface Run {
  readonly world: World;
  readonly controller: Controller;
  readonly api: ControllerApi;
  readonly client: Client;
  /** The scenario's events with those injected, by number. */
  readonly events: ScenarioEvent[];
  /** Number of processed events: tasks and syncs. */
  processed: number;
  outcome: Outcome;
}

export type Started = { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** How far to go: through all events at or before `until`, but not more than `maxEvents` of them this time. */
export interface Slice {
  readonly until: Instant;
  readonly maxEvents: number;
}

/** A slice without bounds: the scenario's own limits end the run. */
export const toTheEnd: Slice = { until: Number.MAX_SAFE_INTEGER, maxEvents: Number.MAX_SAFE_INTEGER };

/** What is needed to be at the same point again: a scenario with the injected events among its own, and how far it had come. Plain JSON. */
export interface Snapshot {
  readonly scenario: Scenario;
  readonly processed: number;
}

export type Injected = { readonly ok: true; readonly at: Instant } | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/**
 * Builds the start state and stands at the instant before zero; or says what is wrong with the scenario, and where. Who starts many scenarios on one
 * cluster prepares it once (prepareCluster): reading 5,000 nodes costs more than simulating a small rollout on them.
 */
export function start(scenario: Scenario, observer: Observer = silent, prepared: PreparedCluster | null = null): Started {
  const ready = prepared?.cluster === scenario.cluster ? prepared : prepareCluster(scenario.cluster);
  const faults = checkScenario(scenario, ready.admissions);
  if (faults.length > 0) return { ok: false, problems: faults };
  const world = createWorld(scenario, observer, ready.admissions);
  const problems = fillWorld(world, ready);
  if (problems.length > 0) return { ok: false, problems };
  const client: Client = { limit: createLimit(scenario.assumptions), busyUntil: startInstant };
  const run: Run = {
    world,
    controller: createController(controllerProfile(scenario.kubernetesVersion), createRandom(scenario.seed)),
    api: controllerApi(world, client),
    client,
    events: [...scenario.events],
    processed: 0,
    outcome: { kind: 'running' },
  };
  for (const [index, event] of scenario.events.entries()) scheduleScenarioEvent(world, event.at, index);
  deliver(run, false);
  return { ok: true, run };
}

/** Goes on, at most to the end of the slice. The outcome is `running` while the slice, not the scenario, was what stopped it. */
export function advance(run: Run, slice: Slice): Outcome {
  const { limits } = run.world.scenario;
  const lastEvent = Math.min(run.processed + slice.maxEvents, limits.maxEvents);
  run.outcome = { kind: 'running' };
  while (run.processed < lastEvent) {
    const at = nextInstant(run);
    if (at === null) {
      run.outcome = { kind: 'quiet', at: run.world.now };
      break;
    }
    if (at > limits.until) run.outcome = { kind: 'timeLimit', at: limits.until };
    if (at > Math.min(slice.until, limits.until)) break;
    run.world.now = at;
    processOne(run, at);
    run.processed++;
  }
  if (run.outcome.kind === 'running' && run.processed >= limits.maxEvents) run.outcome = { kind: 'eventLimit', at: run.world.now };
  run.world.observer.paused(run.outcome, () => whoWaits(run));
  return run.outcome;
}

/** The instant of whatever comes next; null: nothing can ever happen any more. */
export function nextInstant(run: Run): Instant | null {
  const task = peek(run.world.queue);
  // The controller comes last at every instant, so while there are tasks of the present one nobody needs to ask it.
  if (task !== undefined && task.at === run.world.now) return task.at;
  const work = controllerInstant(run);
  if (task === undefined) return work;
  return work === null ? task.at : Math.min(task.at, work);
}

/** When the controller goes on: when it has work, and its client has sent what the last sync asked for. */
function controllerInstant({ controller, client, world }: Run): Instant | null {
  const work = nextWork(controller);
  return work === null ? null : Math.max(work, client.busyUntil, world.now);
}

/**
 * One task, or one sync of the controller.
 * Invariant: at one instant everything else comes before the controller, so that a sync sees all that happened at its instant.
 */
function processOne(run: Run, at: Instant): void {
  const { world } = run;
  if (peek(world.queue)?.at === at) {
    const task = pop(world.queue);
    if (task !== undefined) processTask(run, task);
  } else {
    const report = runSync(run.controller, run.api, at);
    if (report !== null) world.observer.synced(at, report);
  }
  deliver(run, true);
}

function processTask(run: Run, task: Task): void {
  if (task.kind === 'scenario') happen(run, task.detail);
  else if (task.kind === 'request') carryOutTask(run.world, task);
  else handlers[task.kind](run.world, task);
}

function happen(run: Run, index: number): void {
  const event = run.events[index];
  if (event === undefined) return;
  const plan = planAction(run.world, event);
  run.world.observer.marked(run.world.now, event, plan.ok ? null : plan.refused);
  if (plan.ok) plan.carryOut();
}

/** Tells actors and controller what has changed. The start state is told to the controller alone: nothing begins because of it. */
function deliver(run: Run, toActors: boolean): void {
  const { world } = run;
  const { undelivered } = world;
  const count = undelivered.length;
  for (let i = 0; i < count; i++) {
    const happened = undelivered[i];
    if (happened === undefined) break;
    if (toActors) actorsSee(world, happened);
    observe(run.controller, happened, world.now);
    if (happened.life?.gone === true && happened.after === null) forgetPod(happened.life);
  }
  // What came meanwhile is told after the next event.
  if (undelivered.length > count) undelivered.splice(0, count);
  else while (undelivered.length > 0) undelivered.pop();
}

/** Adds an event to the scenario. One that is due at or before the present instant happens one millisecond after it; the instant is returned. */
export function inject(run: Run, event: ScenarioEvent): Injected {
  const problems = checkEvent(event);
  if (problems.length > 0) return { ok: false, problems };
  const at = Math.max(event.at, run.world.now + 1);
  run.events.push({ ...event, at });
  scheduleScenarioEvent(run.world, at, run.events.length - 1);
  run.outcome = { kind: 'running' };
  return { ok: true, at };
}

/** Where the run stands, as plain JSON. */
export function snapshot(run: Run): Snapshot {
  return { scenario: { ...run.world.scenario, events: run.events }, processed: run.processed };
}

/** A run of its own at the point of the snapshot, made by running the scenario again. */
export function restore(snapshot: Snapshot, observer: Observer = silent): Started {
  const started = start(snapshot.scenario, observer);
  if (started.ok) advance(started.run, { until: Number.MAX_SAFE_INTEGER, maxEvents: snapshot.processed });
  return started;
}

function whoWaits(run: Run): readonly WaitingDaemonSet[] {
  return [...run.world.daemonSets.keys()]
    .map(daemonSet => ({ daemonSet, nodes: waitingNodes(run, daemonSet) }))
    .filter(({ nodes }) => nodes.length > 0);
}

/** The nodes on which the rollout of the DaemonSet `namespace/name` is not finished now, each with its reason. */
export function waitingNodes(run: Run, daemonSet: string): readonly WaitingNode[] {
  return explainWaiting(run.controller, daemonSet, run.world.now);
}

export type Simulated =
  | { readonly ok: true; readonly timeline: Timeline }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** Runs a scenario to its end and keeps everything that happened. `prepared`: as for {@link start}. */
export function simulate(scenario: Scenario, prepared: PreparedCluster | null = null): Simulated {
  const recorder = createRecorder(scenario);
  const started = start(scenario, recorder, prepared);
  if (!started.ok) return started;
  advance(started.run, toTheEnd);
  return { ok: true, timeline: recorder.timeline };
}
