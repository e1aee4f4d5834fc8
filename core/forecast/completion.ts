import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import { rowAt, type Series } from './lanes.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { bands, pendingBit, stateCode, stateMask } from './nodeState.ts';

/** From when until when a rollout went on. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * How long it took until no node was pending. An edit that leaves nodes pending is done when none is, with nothing coming after but what
 * the events of the scenario (at the instants `marks`) do. One that leaves none, or no edit at all, is followed by disturbances only: the
 * span is from the first to the end of the last. null: nodes stay pending.
 */
export function completedSpan(series: Series, origin: Instant, edit: Instant, marks: readonly Instant[]): Span | null {
  const first = Math.max(0, rowAt(series, edit));
  if (series.at.length === 0) return { from: edit, to: edit };
  return series.pending[first] === 0 ? disturbance(series, first, edit) : untilNonePending(series, first, origin, edit, marks);
}

/** Until none is pending and stays so by itself: a pod that crashes a moment later was not the end of it, one that a fault hits was. */
function untilNonePending(series: Series, first: number, origin: Instant, edit: Instant, marks: readonly Instant[]): Span | null {
  let to: Instant | null = null;
  for (let row = first; row < series.at.length; row++) {
    const at = Math.max(edit, series.at[row] ?? edit);
    const pending = series.pending[row] ?? 0;
    if (pending === 0) to ??= at;
    else if (to !== null) {
      const done = to;
      if (marks.some(mark => mark > done && mark <= at)) break;
      to = null;
    }
  }
  return to === null ? null : { from: origin, to };
}

function disturbance(series: Series, first: number, edit: Instant): Span | null {
  const last = series.at.length - 1;
  if ((series.pending[last] ?? 0) > 0) return null;
  let [from, to] = [-1, -1];
  for (let row = first + 1; row <= last; row++) {
    const [before, now] = [series.pending[row - 1] ?? 0, series.pending[row] ?? 0];
    if (before === 0 && now > 0 && from < 0) from = row;
    if (before > 0 && now === 0) to = row;
  }
  return from < 0 ? { from: edit, to: edit } : { from: series.at[from] ?? edit, to: series.at[to] ?? edit };
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

/** Whether any node is left with an available old pod at the end. */
export function leavesOld({ lanes }: NodeHistory): boolean {
  for (let node = 0; node + 1 < lanes.offsets.length; node++) {
    const last = (lanes.offsets[node + 1] ?? 0) - 1;
    const code = last < (lanes.offsets[node] ?? 0) ? 0 : (lanes.code[last] ?? 0);
    if ((code & pendingBit) !== 0 && (code & stateMask) === stateCode.old) return true;
  }
  return false;
}
