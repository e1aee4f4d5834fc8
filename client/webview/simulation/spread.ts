import { type Spread as SeedSpread, spreadOverSeeds } from '../../../core/forecast/seeds.ts';
import { spokenDuration } from '../../../core/presentation/duration.ts';
import { spokenCount } from '../../../core/presentation/number.ts';
import { sayText } from '../../../core/presentation/words/say.ts';
import type { Pictured } from './makePicture.ts';

/** Forecasts over many seeds: the 95th percentile of duration and of nodes without the agent, as text; empty where it says nothing new. */
export interface Spread {
  readonly duration: string;
  readonly worst: string;
}

/** How many seeds; enough for a 95th percentile that means something. */
const seeds = 20;

/** Over how many seeds so far, one at a time: whoever asks may stop asking. */
export function spreads({ timeline, daemonSet }: Pictured): Generator<SeedSpread, void> {
  return spreadOverSeeds(timeline.scenario, daemonSet, seeds);
}

export function spreadText(spread: SeedSpread, { forecast, words }: Pictured): Spread {
  const duration = spread.p95 === null ? sayText('tile.never', {}, words) : spokenDuration(spread.p95);
  const changes = forecast.outcome.kind === 'complete';
  return {
    duration: changes && spread.p95 !== forecast.duration ? duration : '',
    worst: spread.withoutP95 === forecast.worst.without ? '' : spokenCount(spread.withoutP95),
  };
}
