import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import { rowAt, type Series } from './lanes.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { bands, pendingBit, stateCode, stateMask } from './nodeState.ts';

/** The first instant at or after `edit` at which no node is pending; null: there is none. */
export function firstComplete(series: Series, edit: Instant): Instant | null {
  for (let row = Math.max(0, rowAt(series, edit)); row < series.at.length; row++) {
    if (series.pending[row] === 0) return Math.max(edit, series.at[row] ?? edit);
  }
  return null;
}

/** When a rollout last came further, and how long a pause says that it will not come further. */
export interface Progress {
  readonly at: Instant;
  readonly patience: Millis;
}

const leastPatience: Millis = 3_600_000;

/** Progress is a number of updated nodes never reached before. Ten times the longest pause so far, and at least an hour, is patience. */
export function lastProgress(series: Series, edit: Instant): Progress {
  const updated = bands.indexOf('updated');
  let [at, longest, most] = [edit, 0, -1];
  for (let row = Math.max(0, rowAt(series, edit)); row < series.at.length; row++) {
    const count = series.counts[row * bands.length + updated] ?? 0;
    if (count <= most) continue;
    const now = Math.max(edit, series.at[row] ?? edit);
    if (most >= 0) longest = Math.max(longest, now - at);
    [at, most] = [now, count];
  }
  return { at, patience: Math.max(leastPatience, 10 * longest) };
}

/** Whether the nodes that are pending at the end were so before the edit, and none of them has an old pod: the edit has no part in it. */
export function isSteady({ lanes }: NodeHistory, edit: Instant): boolean {
  for (let node = 0; node + 1 < lanes.offsets.length; node++) {
    const last = (lanes.offsets[node + 1] ?? 0) - 1;
    const code = lanes.code[last] ?? 0;
    if (last < (lanes.offsets[node] ?? 0) || (code & pendingBit) === 0) continue;
    if ((code & stateMask) === stateCode.old || (lanes.at[last] ?? 0) >= edit) return false;
  }
  return true;
}
