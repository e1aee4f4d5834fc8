import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Series } from './lanes.ts';
import { bands, isPending, isWithout, stateOf } from './nodeState.ts';

/** Counts the nodes of each band while a history is built. */
export interface SeriesCounter {
  readonly counts: Int32Array;
  targeted: number;
  without: number;
  pending: number;
  changed: boolean;
  readonly at: number[];
  /** Flat rows: the bands, then targeted, without, pending. */
  readonly rows: number[];
}

const width = bands.length + 3;
const bandOf = new Map<string, number>(bands.map((band, index) => [band, index]));

export function createCounter(): SeriesCounter {
  return { counts: new Int32Array(bands.length), targeted: 0, without: 0, pending: 0, changed: true, at: [], rows: [] };
}

/** What a lane counts as. */
export interface Counted {
  readonly code: number;
  readonly targeted: boolean;
}

/** A lane counts otherwise than before. Only targeted nodes are in a band. */
export function countChange(counter: SeriesCounter, before: Counted, after: Counted): void {
  count(counter, before, -1);
  count(counter, after, 1);
  counter.changed = true;
}

function count(counter: SeriesCounter, { code, targeted }: Counted, by: 1 | -1): void {
  const band = targeted ? bandOf.get(stateOf(code)) : undefined;
  if (band !== undefined) counter.counts[band] = (counter.counts[band] ?? 0) + by;
  if (targeted) counter.targeted += by;
  if (isWithout(code)) counter.without += by;
  if (isPending(code)) counter.pending += by;
}

/** Notes the counts of an instant, when any has changed since the last one. */
export function takeRow(counter: SeriesCounter, at: Instant): void {
  if (!counter.changed) return;
  counter.changed = false;
  counter.at.push(at);
  for (const value of counter.counts) counter.rows.push(value);
  counter.rows.push(counter.targeted, counter.without, counter.pending);
}

/** The finished series. */
export function seriesOf(counter: SeriesCounter): Series {
  const length = counter.at.length;
  const counts = new Int32Array(length * bands.length);
  const column = (offset: number): Int32Array => {
    const values = new Int32Array(length);
    for (let i = 0; i < length; i++) values[i] = counter.rows[i * width + offset] ?? 0;
    return values;
  };
  for (let i = 0; i < length; i++) {
    for (let band = 0; band < bands.length; band++) counts[i * bands.length + band] = counter.rows[i * width + band] ?? 0;
  }
  const targeted = column(bands.length);
  return {
    at: Float64Array.from(counter.at),
    counts,
    targeted,
    without: column(bands.length + 1),
    pending: column(bands.length + 2),
    most: targeted.reduce((most, value) => Math.max(most, value), 0),
  };
}
