import type { Forecast } from '../forecast/forecast.ts';
import { type Strategy, strategyJson } from '../forecast/variants.ts';
import type { WhatIf } from '../forecast/whatIf.ts';
import type { Millis } from '../kubernetes/objects/meta.ts';
import { spokenDuration } from './duration.ts';
import { type Mend, setField } from './mend.ts';
import { spokenCount } from './number.ts';
import { fieldPaths } from './placementText.ts';
import { en, type Words } from './words/en.ts';
import { sayText } from './words/say.ts';

/** A row of the what-if table, as text. */
export interface WhatIfText {
  /** `maxUnavailable 10%` */
  readonly strategy: string;
  /** `3 m 20 s`, `never`, `by hand`, `cannot`; empty: not simulated yet. */
  readonly time: string;
  /** For a bar; null: it has no length. */
  readonly duration: Millis | null;
  /** The greatest number of nodes without an available pod; empty: not known. */
  readonly worst: string;
  /** Why it cannot work (`port 24231 taken`); empty: it can. */
  readonly obstacle: string;
  readonly now: boolean;
  /** What makes the manifest so; null: it is so, or it would not work. */
  readonly mend: Mend | null;
}

/** The row in words. */
export function whatIfText(row: WhatIf, words: Words = en): WhatIfText {
  const obstacle = obstacleText(row, words);
  return {
    strategy: strategyName(row.strategy),
    time: row.obstacle !== null ? sayText('what.cannot', {}, words) : row.forecast === null ? '' : timeText(row.forecast, words),
    duration: row.forecast?.duration ?? null,
    worst: row.obstacle !== null ? '–' : row.forecast === null ? '' : spokenCount(row.forecast.worst.without),
    obstacle,
    now: row.now,
    mend: row.now || row.obstacle !== null ? null : setField(fieldPaths.strategy, strategyJson(row.strategy)),
  };
}

/** Why a surge cannot work: a port that only one of two pods can have, or a device that the simulation ran out of. */
function obstacleText({ obstacle, device, forecast }: WhatIf, words: Words): string {
  if (obstacle !== null) return sayText('what.portTaken', { port: String(obstacle.port) }, words);
  return device !== null && forecast?.outcome.kind === 'stalled' ? sayText('what.oneDevice', { device: device.resource }, words) : '';
}

export function strategyName(strategy: Strategy): string {
  return strategy.kind === 'onDelete' ? 'OnDelete' : `${strategy.kind} ${strategy.value}`;
}

/** How long a forecast says it takes, in a word or two. */
export function timeText({ origin, outcome, duration }: Forecast, words: Words = en): string {
  switch (outcome.kind) {
    case 'complete':
      return spokenDuration(duration ?? 0, words);
    case 'stalled':
      return sayText('what.never', {}, words);
    case 'byHand':
      return sayText('what.byHand', {}, words);
    case 'stillRolling':
      return sayText('what.limit', { time: spokenDuration(outcome.at - origin, words) }, words);
    case 'nothingToDo':
    case 'deleted':
      return sayText('what.unchanged', {}, words);
  }
}
