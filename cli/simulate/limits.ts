import type { Forecast } from '../../core/forecast/forecast.ts';
import { scaledValue } from '../../core/kubernetes/intOrPercent.ts';
import { spokenDuration } from '../../core/presentation/duration.ts';
import { spokenCount } from '../../core/presentation/number.ts';
import type { SimulateOptions } from './options.ts';

/** The limits that a forecast exceeds, a line each. An edit after which nothing is to be done keeps every limit; one that never ends keeps no duration. */
export function exceeded(options: Pick<SimulateOptions, 'maxDuration' | 'maxWithout'>, forecast: Forecast): readonly string[] {
  return [...tooLong(options.maxDuration, forecast), ...tooMany(options.maxWithout, forecast)];
}

function tooLong(limit: number | null, forecast: Forecast): string[] {
  if (limit === null || forecast.outcome.kind === 'nothingToDo') return [];
  if (forecast.duration !== null && forecast.duration <= limit) return [];
  const takes = forecast.duration === null ? 'does not complete' : `takes ${spokenDuration(forecast.duration)}`;
  return [`limit exceeded: the rollout ${takes}, --max-duration allows ${spokenDuration(limit)}.`];
}

function tooMany(limit: number | string | null, { worst, targeted }: Forecast): string[] {
  if (limit === null) return [];
  const allowed = scaledValue(limit, Math.max(targeted, worst.targeted), 'down') ?? 0;
  if (worst.without <= allowed) return [];
  const nodes = worst.without === 1 ? '1 node is' : `${spokenCount(worst.without)} nodes are`;
  return [`limit exceeded: ${nodes} without an available pod at once, --max-without ${limit} allows ${spokenCount(allowed)}.`];
}
