import { type Pictured, picturesOf } from './makePicture.ts';
import { runInSlices } from './slices.ts';
import type { Work } from './work.ts';

/** After so many runs a browser has compiled what runs need; the first ones take several times as long. */
const enough = 4;
/** One run of so many changes is practice enough. */
const manyChanges = 100_000;

/** How many runs were made. */
export interface Practice {
  runs: number;
}

/** Repeats a run, whose result nobody sees, until the browser has compiled the reconciler well: it is the first keystroke that gains by it. */
export function practise(practice: Practice, { timeline, daemonSet, words }: Pictured, work: Work): void {
  if (practice.runs >= enough || timeline.pods.length > manyChanges || !work.wanted()) return;
  runInSlices(timeline.scenario, work, {
    refused: () => undefined,
    done: again => {
      practice.runs += 1;
      const { pictured } = picturesOf(again, daemonSet, words);
      work.later(() => practise(practice, pictured, work));
    },
  });
}
