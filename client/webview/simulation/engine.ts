import { revisionLanes } from '../../../core/forecast/revisionLanes.ts';
import type { Words } from '../../../core/presentation/words/en.ts';
import { yamlDocument } from '../../../core/presentation/yamlDocument.ts';
import { type PreparedCluster, prepareCluster } from '../../../core/simulation/preparedCluster.ts';
import { writeScenarioFile } from '../../../core/simulation/scenarioFile.ts';
import { afterthoughts } from './afterthoughts.ts';
import { forecastWords } from './forecastWords.ts';
import { lookOf } from './makeLook.ts';
import { type Pictured, picturesOf } from './makePicture.ts';
import type { WorkerRequest } from './messages.ts';
import { openScenario } from './openScenario.ts';
import { refusalText } from './refusalText.ts';
import { reportOf } from './reportOf.ts';
import { runInSlices } from './slices.ts';
import { scenarioOfRow } from './whatIfRows.ts';
import type { Later, Post, Work } from './work.ts';

/** The simulation's side of the panel. It keeps the newest timeline and answers questions about it. */
export interface Engine {
  take(request: WorkerRequest): void;
}

type RunRequest = Extract<WorkerRequest, { type: 'run' }>;
type CompareRequest = Extract<WorkerRequest, { type: 'compare' }>;
type ReportRequest = Extract<WorkerRequest, { type: 'report' }>;
type LookRequest = Extract<WorkerRequest, { type: 'look' }>;

interface EngineState {
  /** The newest run that was asked for; all others are superseded. */
  newest: number;
  /** The cluster of the newest run, read: the next edit is most likely on the same one. */
  prepared: PreparedCluster | null;
  words: Words;
  /** The run whose picture was posted last. */
  shown: { readonly run: number; readonly pictured: Pictured } | null;
}

/**
 * `later` calls back when messages that came meanwhile have been taken, `atLeisure` when nobody has typed for a moment: long work goes
 * on in slices, so that a newer run ends it. Nothing is thrown: a mistake of ours is posted as a failure.
 */
export function createEngine(post: Post, later: Later, atLeisure: Later): Engine {
  const state: EngineState = { newest: 0, prepared: null, words: forecastWords('en'), shown: null };
  return {
    take: request =>
      guarded('run' in request ? request.run : state.newest, post, () => {
        switch (request.type) {
          case 'speak':
            state.words = forecastWords(request.language);
            break;
          case 'run':
            begin(state, request, post, later, atLeisure);
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
            compare(state, request, post, later);
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

function guarded(run: number, post: Post, work: () => void): void {
  try {
    work();
  } catch (error) {
    post({ type: 'failure', run, message: error instanceof Error ? error.message : String(error) });
  }
}

function begin(state: EngineState, request: RunRequest, post: Post, later: Later, atLeisure: Later): void {
  const { run, scenario } = request;
  state.newest = run;
  if (state.prepared?.cluster !== scenario.cluster) state.prepared = prepareCluster(scenario.cluster);
  const work = workFor(state, run, state.prepared, post, later);
  runInSlices(scenario, work, {
    refused: problems => post({ type: 'refused', run, message: refusalText(problems) }),
    done: timeline => {
      const { picture, pictured } = picturesOf(timeline, request.daemonSet, state.words);
      state.shown = { run, pictured };
      post({ type: 'picture', run, picture });
      atLeisure(() => guarded(run, post, () => afterthoughts(run, pictured, work, post)));
    },
  });
}

function workFor(state: EngineState, run: number, prepared: PreparedCluster, post: Post, later: Later): Work {
  return { wanted: () => state.newest === run, later: part => later(() => guarded(run, post, part)), prepared };
}

/** Another strategy on the same scenario, in slices like any run; it ends when a newer edit comes. */
function compare(state: EngineState, { run, strategy }: CompareRequest, post: Post, later: Later): void {
  const { shown, prepared } = state;
  if (shown === null || shown.run !== run || prepared === null) return;
  const scenario = scenarioOfRow(shown.pictured, strategy);
  const none = (): void => post({ type: 'compared', run, strategy, picture: null });
  if (scenario === null) none();
  else
    runInSlices(scenario, workFor(state, run, prepared, post, later), {
      refused: none,
      done: timeline => {
        const { picture } = picturesOf(timeline, shown.pictured.daemonSet, state.words);
        post({ type: 'compared', run, strategy, picture });
      },
    });
}

/** Always answered, so that the panel asks again; about an older picture, with what is there. */
function look(state: EngineState, request: LookRequest, post: Post): void {
  if (state.shown === null) return;
  post({ type: 'look', run: state.shown.run, look: lookOf(state.shown.pictured, request) });
}

function report({ shown }: EngineState, { whatIfs, use }: ReportRequest, post: Post): void {
  if (shown === null) return;
  post({ type: 'report', run: shown.run, text: reportOf(shown.pictured, whatIfs), use });
}

function revisions({ shown }: EngineState, post: Post): void {
  if (shown === null) return;
  const { timeline, daemonSet, history } = shown.pictured;
  post({ type: 'revisions', run: shown.run, revisions: revisionLanes(timeline, daemonSet, history.nodes) });
}

function scenarioFile({ shown }: EngineState, post: Post): void {
  if (shown === null) return;
  const { timeline, daemonSet } = shown.pictured;
  const text = yamlDocument(writeScenarioFile(timeline.scenario, { name: daemonSet.name }));
  post({ type: 'scenarioFile', run: shown.run, text });
}
