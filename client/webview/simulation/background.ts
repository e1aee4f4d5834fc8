import { forecast } from '../../../core/forecast/forecast.ts';
import { tiles } from '../../../core/presentation/tiles.ts';
import { whatIfText } from '../../../core/presentation/whatIfText.ts';
import type { Words } from '../../../core/presentation/words/en.ts';
import type { BackgroundRequest, Rollout } from './backgroundMessages.ts';
import { withoutFaults } from './calm.ts';
import { forecastWords } from './forecastWords.ts';
import { guarded } from './guarded.ts';
import { isLarge } from './largeCluster.ts';
import { picturesOf } from './makePicture.ts';
import { runInSlices } from './slices.ts';
import { spreadOut } from './spread.ts';
import { fillRows, scenarioOfRow } from './whatIfRows.ts';
import type { Later, Post, Work } from './work.ts';
import { type Runs, workOn } from './workOn.ts';

/** What may take its time, in a worker of its own: the next keystroke never waits for it, nor for its garbage. */
export interface Background {
  take(request: BackgroundRequest): void;
}

interface BackgroundState extends Runs {
  words: Words;
}

/** `later` calls back when messages that came meanwhile have been taken. Nothing is thrown: a mistake of ours is posted as a failure. */
export function createBackground(post: Post, later: Later): Background {
  const state: BackgroundState = { newest: 0, prepared: null, words: forecastWords('en') };
  const workFor = (run: number, { scenario }: Rollout): Work => {
    state.newest = Math.max(state.newest, run);
    return workOn(state, run, scenario.cluster, post, later);
  };
  return {
    take: request =>
      guarded('run' in request ? request.run : state.newest, post, () => {
        switch (request.type) {
          case 'speak':
            state.words = forecastWords(request.language);
            break;
          case 'supersede':
            state.newest = request.run;
            break;
          case 'think':
            think(request.run, request.rollout, workFor(request.run, request.rollout), state.words, post, () => rest(state, request));
            break;
          case 'compare':
            compare(request, workFor(request.run, request.rollout), state.words, post);
            break;
        }
      }),
  };
}

/** What only the next edit needs is let go where it is much. */
function rest(state: BackgroundState, { run, rollout }: Extract<BackgroundRequest, { type: 'think' }>): void {
  if (state.newest === run && isLarge(rollout.nodes)) state.prepared = null;
}

/** Without faults first (one run, and the first number of the panel), then other strategies, then many seeds. */
function think(run: number, rollout: Rollout, work: Work, words: Words, post: Post, done: () => void): void {
  const rows = (): void =>
    fillRows(
      rollout,
      work,
      (table, pending) => post({ type: 'whatIf', run, rows: table.map(row => whatIfText(row, words)), pending }),
      () =>
        spreadOut(rollout, words, work, spread => {
          post({ type: 'spread', run, spread });
          done();
        }),
    );
  const calm = withoutFaults(rollout);
  if (calm === null) rows();
  else
    runInSlices(
      calm,
      { ...work, wantsEvents: false },
      {
        refused: rows,
        done: timeline => {
          post({ type: 'tiles', run, tiles: tiles(rollout.forecast, rollout.edit, words, forecast(timeline, rollout.daemonSet)) });
          rows();
        },
      },
    );
}

/** Another strategy on the same scenario, in slices like any run; it ends when a newer edit comes. */
function compare({ run, rollout, strategy }: Extract<BackgroundRequest, { type: 'compare' }>, work: Work, words: Words, post: Post): void {
  const scenario = scenarioOfRow(rollout, strategy);
  const none = (): void => post({ type: 'compared', run, strategy, picture: null });
  if (scenario === null) none();
  else
    runInSlices(
      scenario,
      { ...work, wantsEvents: false },
      {
        refused: none,
        done: timeline => post({ type: 'compared', run, strategy, picture: picturesOf(timeline, rollout.daemonSet, words).picture }),
      },
    );
}
