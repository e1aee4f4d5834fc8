import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import { spokenDuration } from '../../../core/presentation/duration.ts';

/** An instant of the time axis: `0 s`, `4 m 12 s`; with tenths while everything happens within seconds. */
export function timeText(at: Instant): string {
  if (at % 1000 !== 0 && at < 10_000) return `${(Math.floor(at / 100) / 10).toFixed(1)} s`;
  return spokenDuration(Math.floor(at / 1000) * 1000);
}
