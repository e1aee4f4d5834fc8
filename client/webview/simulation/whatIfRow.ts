import type { Millis } from '../../../core/kubernetes/objects/meta.ts';
import type { Mend } from '../../../core/presentation/mend.ts';

/** One strategy of the what-if table, forecast on the same scenario. */
export interface WhatIfRow {
  readonly strategy: string;
  /** How long it takes, as text: `3 m 20 s`, `never`, `by hand`, `cannot`. */
  readonly time: string;
  /** For the bar; null: it has no length. */
  readonly duration: Millis | null;
  /** The greatest number of nodes without an available pod; empty: it cannot run. */
  readonly worst: string;
  /** Why it cannot work (`port taken`); empty: it can. */
  readonly obstacle: string;
  /** Whether it is the strategy of the manifest. */
  readonly now: boolean;
  /** What makes the manifest so; null: nothing one could apply. */
  readonly mend: Mend | null;
}

/** Forecasts over many seeds, as text. */
export interface Spread {
  readonly duration: string;
  readonly worst: string;
}
