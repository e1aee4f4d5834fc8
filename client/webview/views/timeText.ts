import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import { spokenDuration } from '../../../core/presentation/duration.ts';
import { unitText } from '../../../core/presentation/words/units.ts';
import { unitsOf } from '../words/unitsOf.ts';

const units = unitsOf(document.documentElement.lang);

/** An instant of the time axis: `0 s`, `4 m 12 s`; with tenths while everything happens within seconds. */
export function timeText(at: Instant): string {
  if (at % 1000 !== 0 && at < 10_000) return unitText(units['unit.s'], (Math.floor(at / 100) / 10).toFixed(1));
  return spokenDuration(Math.floor(at / 1000) * 1000, units);
}
