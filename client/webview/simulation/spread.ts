import { type Spread as SeedSpread, spreadOverSeeds } from '../../../core/forecast/seeds.ts';
import { spokenDuration } from '../../../core/presentation/duration.ts';
import { spokenCount } from '../../../core/presentation/number.ts';
import type { Words } from '../../../core/presentation/words/en.ts';
import { sayText } from '../../../core/presentation/words/say.ts';
import type { Rollout } from './backgroundMessages.ts';
import type { SpreadText } from './spreadText.ts';
import type { Work } from './work.ts';

/** How many seeds; enough for a 95th percentile that means something. */
const seeds = 20;
/** A cluster with more nodes is not simulated twenty times over: that would take longer than anyone waits. */
const mostNodes = 1_000;
/** Without jitter a seed decides about order alone, which hardly matters among many like nodes. */
const mostNodesWithoutJitter = 100;

/** Only the last spread is told: a number that changes twenty times says nothing. */
export function spreadOut(rollout: Rollout, words: Words, { wanted, later }: Work, tell: (spread: SpreadText) => void): void {
  const { nodes, forecast, scenario, daemonSet } = rollout;
  const most = scenario.assumptions.jitter === 0 ? mostNodesWithoutJitter : mostNodes;
  if (nodes > most || forecast.outcome.kind !== 'complete') {
    tell({ duration: '', worst: '' });
    return;
  }
  const runs = spreadOverSeeds(scenario, daemonSet, seeds);
  const next = (last: SeedSpread | null): void => {
    if (!wanted()) return;
    const seed = runs.next();
    if (seed.done !== true) later(() => next(seed.value));
    else if (last !== null) tell(textOf(last, rollout, words));
  };
  later(() => next(null));
}

function textOf(spread: SeedSpread, { forecast }: Rollout, words: Words): SpreadText {
  const duration = spread.p95 === null ? sayText('tile.never', {}, words) : spokenDuration(spread.p95, words);
  return {
    duration: spread.p95 !== forecast.duration ? duration : '',
    worst: spread.withoutP95 === forecast.worst.without ? '' : spokenCount(spread.withoutP95),
  };
}
