import { whatIfText } from '../../../core/presentation/whatIfText.ts';
import { traceHash } from '../../../core/simulation/timeline.ts';
import type { Pictured } from './makePicture.ts';
import { type Spread, spreads, spreadText } from './spread.ts';
import { fillRows } from './whatIfRows.ts';
import type { Post, Work } from './work.ts';

/** A cluster with more nodes is not simulated twenty times over: that would take longer than anyone waits. */
const mostNodesForSpread = 1_000;
/** Without jitter a seed decides about order alone, which hardly matters among many like nodes. */
const mostNodesWithoutJitter = 100;

/**
 * What is worked out once the picture is there: the trace hash, other strategies, then many seeds. Each part makes room for messages,
 * and all ends as soon as the run is not wanted any more.
 */
export function afterthoughts(run: number, pictured: Pictured, work: Work, post: Post): void {
  work.later(() => {
    if (!work.wanted()) return;
    post({ type: 'hash', run, hash: traceHash(pictured.timeline) });
    fillRows(
      pictured,
      work,
      (rows, pending) => post({ type: 'whatIf', run, rows: rows.map(row => whatIfText(row, pictured.words)), pending }),
      () => spreadOut(pictured, work, spread => post({ type: 'spread', run, spread })),
    );
  });
}

/** Only the last spread is told: a number that changes twenty times says nothing. */
function spreadOut(pictured: Pictured, { wanted, later }: Work, tell: (spread: Spread) => void): void {
  const { history, forecast, timeline } = pictured;
  const { jitter } = timeline.scenario.assumptions;
  if (history.nodes.length > (jitter === 0 ? mostNodesWithoutJitter : mostNodesForSpread) || forecast.outcome.kind !== 'complete') return;
  const seeds = spreads(pictured);
  const next = (last: Spread | null): void => {
    if (!wanted()) return;
    const seed = seeds.next();
    if (seed.done !== true) later(() => next(spreadText(seed.value, pictured)));
    else if (last !== null) tell(last);
  };
  later(() => next(null));
}
