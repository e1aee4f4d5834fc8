import type { Recordings } from './recordings.ts';

/**
 * A part of the recordings and how it is replayed. A new one is one file in suites/ and one line in suites/index.ts.
 * `--only` picks by the start of the name.
 */
export interface Suite {
  readonly name: string;
  /** Replays what is there; calls `check` once for each record. A folder without its recordings is no failure: then there is nothing to call. */
  replay(recordings: Recordings, check: Check): void;
}

/** The result of one record: null when ours is one of the recorded outcomes, otherwise a few readable lines. */
export type Check = (file: string, id: string, difference: string | null) => void;

/** Runs `compare`; an exception is a difference, too. */
export function guarded(compare: () => string | null): string | null {
  try {
    return compare();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
