import type { Instant, Millis } from '../kubernetes/objects/meta.ts';

/** How often pods failed on a node, as the wait before the next of them is deleted (client-go flowcontrol.Backoff: 1 s, doubling, at most 900 s). */
export interface BackoffEntry {
  readonly delay: Millis;
  readonly steppedAt: Instant;
}

/** By `<DaemonSet uid>/<status.observedGeneration>/<node>`: an edit, once observed, starts over. */
export type Backoff = Map<string, BackoffEntry>;

const initialDelay = 1_000;
const longestDelay = 900_000;

/** The entry that still holds failed pods back at `now`, or null. */
export function holdingBack(backoff: Backoff, key: string, now: Instant): BackoffEntry | null {
  const entry = backoff.get(key);
  if (entry === undefined || isExpired(entry, now)) return null;
  return now - entry.steppedAt < entry.delay ? entry : null;
}

/** Counts one more failure, and returns the wait it brings. */
export function stepBackoff(backoff: Backoff, key: string, now: Instant): Millis {
  const entry = backoff.get(key);
  const delay = entry === undefined || isExpired(entry, now) ? initialDelay : Math.min(entry.delay * 2, longestDelay);
  backoff.set(key, { delay, steppedAt: now });
  return delay;
}

/** An entry idle for more than twice the longest delay is forgotten. */
function isExpired(entry: BackoffEntry, now: Instant): boolean {
  return now - entry.steppedAt > 2 * longestDelay;
}
