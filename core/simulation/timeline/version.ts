import type { Instant } from '../../kubernetes/objects/meta.ts';

/** One change of one object. `before` null: added; `after` null: removed. The start state is added at the instant before zero (-1). */
export interface Version<T> {
  readonly at: Instant;
  readonly before: T | null;
  readonly after: T | null;
}

/** How many of the versions, which are in the order of time, had happened once all due at or before `at` had. */
export function countUntil(versions: readonly Version<unknown>[], at: Instant): number {
  let low = 0;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((versions[middle]?.at ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
