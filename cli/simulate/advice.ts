import type { Forecast } from '../../core/forecast/forecast.ts';
import { greatestKeeping, smallestWithin } from '../../core/forecast/reverse.ts';
import { strategyIn } from '../../core/forecast/variants.ts';
import { scaledValue } from '../../core/kubernetes/intOrPercent.ts';
import { spokenDuration } from '../../core/presentation/duration.ts';
import { spokenCount } from '../../core/presentation/number.ts';
import type { Input } from './readInput.ts';

/** More nodes than this make the search long. */
const mostNodes = 5_000;

/** Which maxUnavailable would keep the limits that are exceeded, a line each: the smallest that is fast enough, the greatest that leaves enough nodes served. */
export function advice(
  { scenario, subject, manifest, limits }: Input,
  { targeted, duration, worst, outcome }: Forecast,
): readonly string[] {
  if (targeted === 0 || targeted > mostNodes || strategyIn(manifest).kind !== 'maxUnavailable') return [];
  const lines: string[] = [];
  const { maxDuration, maxWithout } = limits;
  const tooLong = maxDuration !== null && outcome.kind !== 'nothingToDo' && (duration === null || duration > maxDuration);
  if (tooLong) {
    const found = smallestWithin(scenario, subject, targeted, maxDuration);
    const time = spokenDuration(maxDuration);
    lines.push(
      found === null
        ? `no maxUnavailable completes within ${time}.`
        : `maxUnavailable: ${spokenCount(found.maxUnavailable)} is the smallest that completes within ${time}.`,
    );
  }
  const allowed = maxWithout === null ? null : (scaledValue(maxWithout, targeted, 'down') ?? 0);
  if (allowed !== null && worst.without > allowed) {
    const found = greatestKeeping(scenario, subject, targeted, targeted - allowed);
    lines.push(
      found === null
        ? 'no maxUnavailable keeps so few nodes without a pod.'
        : `maxUnavailable: ${spokenCount(found.maxUnavailable)} is the greatest that keeps --max-without.`,
    );
  }
  return lines;
}
