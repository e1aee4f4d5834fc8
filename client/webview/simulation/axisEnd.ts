import type { Forecast } from '../../../core/forecast/forecast.ts';
import type { NodeHistory } from '../../../core/forecast/nodeHistory.ts';
import type { Instant, Millis } from '../../../core/kubernetes/objects/meta.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';

/** At least so much is shown. */
const shortest: Millis = 1_000;
/** At least so much is shown of how things were before. */
const least: Millis = 3_000;
/** So much is shown of how things stay, after a stall or the last thing that was done. */
const stay: Millis = 60_000;

/**
 * The right end of the time axis: the last change, as far as it has to do with the rollout or with what was done. A pod that crashes
 * for ever would otherwise make the axis a week long.
 */
export function axisEnd(timeline: Timeline, history: NodeHistory, forecast: Forecast): Instant {
  const lastMark = timeline.marks.at(-1)?.at ?? 0;
  const lastChange = history.changes.at(-1) ?? 0;
  const settled = settledAt(forecast, lastMark);
  const calm = timeline.outcome.kind === 'quiet' && lastChange <= Math.max(settled, lastMark) + 10 * stay;
  return Math.max(shortest, lastMark, calm ? Math.max(settled, lastChange) : settled);
}

/** The left end of the time axis: a little before that what is counted from. */
export function axisBegin({ origin }: Timeline, end: Instant): Instant {
  const before = Math.max(least, Math.round((end - origin) * 0.1));
  return Math.max(0, origin - before);
}

function settledAt({ outcome }: Forecast, lastMark: Instant): Instant {
  switch (outcome.kind) {
    case 'complete':
      return Math.max(outcome.at, lastMark);
    case 'stalled':
      return Math.max(Math.round(outcome.since * 1.4), outcome.since + stay, lastMark + stay);
    case 'stillRolling':
      return outcome.at;
    case 'byHand':
    case 'nothingToDo':
    case 'deleted':
      return lastMark + stay;
  }
}
