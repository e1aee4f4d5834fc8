import type { Words } from '../../../core/presentation/words/en.ts';
import type { ScenarioProblem } from '../../../core/simulation/problem.ts';
import { livePictures } from './livePicture.ts';
import { createLiveRun, type LiveRun, takeNews } from './liveRun.ts';
import type { Pictured } from './makePicture.ts';
import type { WorkerRequest } from './messages.ts';
import type { Picture } from './picture.ts';
import type { Work } from './work.ts';

/** News of a served world. */
export type LiveRequest = Extract<WorkerRequest, { type: 'live' }>;

export interface LiveOutcomes {
  readonly refused: (problems: readonly ScenarioProblem[]) => void;
  readonly done: (made: { readonly pictured: Pictured; readonly picture: Picture }) => void;
}

/** Events a slice. */
const slice = 2_000;

/** The world that news are of: a new one begins with its start; null: the news do not follow on what is known. */
export function worldOf(known: LiveRun | null, { world, start, first }: LiveRequest): LiveRun | null {
  if (start !== null) return createLiveRun(world, start);
  return known?.world === world && known.events.length === first ? known : null;
}

/** Plays the news of a served world, in slices, and pictures it. */
export function playLive(live: LiveRun, request: LiveRequest, words: Words, work: Work, outcomes: LiveOutcomes): void {
  const begun = takeNews(live, request.events, request.now, work.prepared);
  if (!begun.ok) {
    outcomes.refused(begun.problems);
    return;
  }
  const goOn = (): void => {
    if (!work.wanted()) return;
    const timeline = begun.step(slice);
    if (timeline === null) work.later(goOn);
    else outcomes.done(livePictures(timeline, live.under?.recorder.since() ?? 0, request.daemonSet, request.now, words));
  };
  goOn();
}
