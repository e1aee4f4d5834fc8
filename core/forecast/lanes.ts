import type { Instant } from '../kubernetes/objects/meta.ts';
import { absentBit } from './nodeState.ts';

/**
 * What every node shows over time, in typed arrays that go from worker to panel without a copy. The changes of node `i` are those
 * with index `offsets[i]` up to (not including) `offsets[i + 1]`, in order of time; before the first one the node is absent.
 */
export interface Lanes {
  readonly offsets: Int32Array;
  readonly at: Float64Array;
  /** A state's code and bits (see nodeState.ts), from the change on. */
  readonly code: Uint8Array;
}

/**
 * How many targeted nodes show each state over time. From `at[i]` on, band `b` of `bands` has `counts[i * bands.length + b]` nodes.
 * The first instant is at or before the start.
 */
export interface Series {
  readonly at: Float64Array;
  readonly counts: Int32Array;
  /** Targeted nodes. */
  readonly targeted: Int32Array;
  /** Targeted nodes without an available pod that stays. */
  readonly without: Int32Array;
  /** Nodes that are not as the DaemonSet wants them. */
  readonly pending: Int32Array;
  /** The greatest sum of all bands. */
  readonly most: number;
}

/** The code of node `node` at an instant: after everything that happens in it. O(log changes). */
export function codeAt(lanes: Lanes, node: number, instant: Instant): number {
  const index = changeAt(lanes, node, instant);
  return index < 0 ? absentBit : (lanes.code[index] ?? absentBit);
}

/** The index of the change that node `node` shows at an instant, or -1 before its first one. */
export function changeAt(lanes: Lanes, node: number, instant: Instant): number {
  const start = lanes.offsets[node] ?? 0;
  return lastAtOrBefore(lanes.at, instant, start, lanes.offsets[node + 1] ?? start);
}

/** The row of a series that holds at an instant, or -1 before its first one. */
export function rowAt(series: Series, instant: Instant): number {
  return lastAtOrBefore(series.at, instant, 0, series.at.length);
}

/** The last index in [start, end) whose instant is not after `instant`, or -1. The instants ascend. */
export function lastAtOrBefore(at: Float64Array, instant: Instant, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low === start ? -1 : low - 1;
}
