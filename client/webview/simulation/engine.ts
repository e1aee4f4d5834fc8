import { revisionLanes } from '../../../core/forecast/revisionLanes.ts';
import type { Words } from '../../../core/presentation/words/en.ts';
import { yamlDocument } from '../../../core/presentation/yamlDocument.ts';
import type { Cluster, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { savedScenario, writeScenarioFile } from '../../../core/simulation/scenarioFile.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';
import type { BackgroundRequest } from './backgroundMessages.ts';
import { forecastWords } from './forecastWords.ts';
import { guarded } from './guarded.ts';
import { hashInSlices } from './hashInSlices.ts';
import { type LiveRequest, playLive, worldOf } from './live.ts';
import type { LiveRun } from './liveRun.ts';
import { lookOf } from './makeLook.ts';
import { type Pictured, picturesOf, rolloutOf } from './makePicture.ts';
import type { WorkerRequest } from './messages.ts';
import { openScenario } from './openScenario.ts';
import { type Practice, practise } from './practise.ts';
import { refusalText } from './refusalText.ts';
import { reportOf } from './reportOf.ts';
import { runInSlices } from './slices.ts';
import type { Later, Post, Work } from './work.ts';
import { type Runs, workOn } from './workOn.ts';

/** The simulation's side of the panel. It keeps the newest timeline and answers questions about it. */
export interface Engine {
  take(request: WorkerRequest): void;
}

type RunRequest = Extract<WorkerRequest, { type: 'run' }>;
type CompareRequest = Extract<WorkerRequest, { type: 'compare' }>;
type ReportRequest = Extract<WorkerRequest, { type: 'report' }>;
type LookRequest = Extract<WorkerRequest, { type: 'look' }>;

interface EngineState extends Runs {
  words: Words;
  readonly practice: Practice;
  /** The served world that is played again; null: none. */
  live: LiveRun | null;
  /** The run whose picture was posted last. */
  shown: { readonly run: number; readonly pictured: Pictured } | null;
}

/** Where an engine's answers and its long work go. */
export interface EngineSurroundings {
  readonly post: Post;
  /** Hands work over to the other worker. */
  readonly background: (request: BackgroundRequest) => void;
  /** Calls back when messages that came meanwhile have been taken: long work goes on in slices, so that a newer run ends it. */
  readonly later: Later;
  /** Calls back when nobody has typed for a moment. */
  readonly atLeisure: Later;
}

/** Nothing is thrown: a mistake of ours is posted as a failure. */
export function createEngine(around: EngineSurroundings): Engine {
  const state: EngineState = { newest: 0, prepared: null, words: forecastWords('en'), practice: { runs: 0 }, live: null, shown: null };
  const { post, background } = around;
  return {
    take: request =>
      guarded('run' in request ? request.run : state.newest, post, () => {
        switch (request.type) {
          case 'speak':
            state.words = forecastWords(request.language);
            background(request);
            break;
          case 'run':
            begin(state, request, around);
            break;
          case 'live':
            playWorld(state, request, around);
            break;
          case 'look':
            look(state, request, post);
            break;
          case 'open':
            post({ type: 'opened', version: request.source.version, file: openScenario(request.source) });
            break;
          case 'scenarioFile':
            scenarioFile(state, post);
            break;
          case 'compare':
            compare(state, request, background);
            break;
          case 'revisions':
            revisions(state, post);
            break;
          case 'report':
            report(state, request, post);
            break;
        }
      }),
  };
}

function begin(state: EngineState, request: RunRequest, around: EngineSurroundings): void {
  const { run, scenario } = request;
  const { post, background, atLeisure } = around;
  const work = beginWork(state, run, scenario.cluster, around);
  runInSlices(scenario, work, {
    refused: problems => post({ type: 'refused', run, message: refusalText(problems) }),
    done: timeline => {
      const { picture, pictured } = picturesOf(timeline, request.daemonSet, state.words, request.edited);
      state.practice.runs += 1;
      state.shown = { run, pictured };
      post({ type: 'picture', run, picture });
      hashInSlices(timeline, work, hash => post({ type: 'hash', run, hash }));
      atLeisure(() => guarded(run, post, () => afterthoughts(run, pictured, state.practice, work, background)));
    },
  });
}

/** A served world, from its log. What other strategies would have done nobody asks of it. */
function playWorld(state: EngineState, request: LiveRequest, around: EngineSurroundings): void {
  const { run } = request;
  const { post } = around;
  state.live = worldOf(state.live, request);
  if (state.live === null) {
    post({ type: 'refused', run, message: 'the log of this cluster does not follow on what is known of it' });
    return;
  }
  const work = beginWork(state, run, state.live.start.cluster, around);
  playLive(state.live, request, state.words, work, {
    refused: problems => post({ type: 'refused', run, message: refusalText(problems) }),
    done: ({ pictured, picture }) => {
      state.shown = { run, pictured };
      post({ type: 'picture', run, picture });
      // Of a world whose beginning is forgotten there is no hash that another one could have.
      if (picture.world?.since === 0) hashInSlices(pictured.timeline, work, hash => post({ type: 'hash', run, hash }));
    },
  });
}

/** A newer run: what is done for older ones ends, here and in the background. */
function beginWork(state: EngineState, run: number, cluster: Cluster, { post, background, later }: EngineSurroundings): Work {
  state.newest = run;
  background({ type: 'supersede', run });
  return workOn(state, run, cluster, post, later);
}

/** What is worked out once nobody types: other strategies and the like, in the background. */
function afterthoughts(
  run: number,
  pictured: Pictured,
  practice: Practice,
  work: Work,
  background: EngineSurroundings['background'],
): void {
  if (!work.wanted()) return;
  background({ type: 'think', run, rollout: rolloutOf(pictured) });
  practise(practice, pictured, work);
}

/** Another strategy on the same scenario. */
function compare({ shown }: EngineState, { run, strategy }: CompareRequest, background: EngineSurroundings['background']): void {
  if (shown !== null && shown.run === run) background({ type: 'compare', run, strategy, rollout: rolloutOf(shown.pictured) });
}

/** Always answered, so that the panel asks again; about an older picture, with what is there. */
function look(state: EngineState, request: LookRequest, post: Post): void {
  if (state.shown === null) return;
  post({ type: 'look', run: state.shown.run, look: lookOf(state.shown.pictured, request) });
}

function report({ shown }: EngineState, { tiles, whatIfs, use }: ReportRequest, post: Post): void {
  if (shown === null) return;
  post({ type: 'report', run: shown.run, text: reportOf(shown.pictured, tiles, whatIfs), use });
}

function revisions({ shown }: EngineState, post: Post): void {
  if (shown === null) return;
  const { timeline, daemonSet, history } = shown.pictured;
  post({ type: 'revisions', run: shown.run, revisions: revisionLanes(timeline, daemonSet, history.nodes) });
}

function scenarioFile({ shown }: EngineState, post: Post): void {
  if (shown === null) return;
  const { timeline, daemonSet } = shown.pictured;
  const text = yamlDocument(writeScenarioFile(savedScenario(timeline.scenario, refusedIn(timeline)), { name: daemonSet.name }));
  post({ type: 'scenarioFile', run: shown.run, text });
}

function refusedIn({ marks }: Timeline): ReadonlySet<ScenarioEvent> {
  return new Set(marks.filter(mark => mark.refused !== null).map(({ event }) => event));
}
