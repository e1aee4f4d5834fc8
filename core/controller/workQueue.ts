import type { Instant, Millis } from '../kubernetes/objects/meta.ts';

/**
 * The work queue (client-go workqueue, rate limiting on top of delaying).
 *
 * Invariants: a key waits at most once at the front, and has at most one timer: of several delayed requeues the earliest wins,
 * later ones are forgotten, whatever they were for. An immediate entry leaves the timer alone.
 */
export interface WorkQueue {
  /** Keys to work on, in order. */
  readonly ready: string[];
  /** Since when a key is ready; null: it is not. */
  readonly readySince: Map<string, Instant | null>;
  /** At most one timer a key. */
  readonly timers: Map<string, Instant>;
  /** Errors in a row, by key. */
  readonly failures: Map<string, number>;
  /** The overall limit of retries, as the instant at which its bucket would be full again. */
  bucketFullAt: Instant;
}

export function createWorkQueue(): WorkQueue {
  return { ready: [], readySince: new Map(), timers: new Map(), failures: new Map(), bucketFullAt: Number.NEGATIVE_INFINITY };
}

/** Whether a key waits at the front already. */
export function isReady(queue: WorkQueue, key: string): boolean {
  return (queue.readySince.get(key) ?? null) !== null;
}

export function enqueue(queue: WorkQueue, key: string, now: Instant): void {
  if (isReady(queue, key)) return;
  queue.readySince.set(key, now);
  queue.ready.push(key);
}

export function enqueueAfter(queue: WorkQueue, key: string, delay: Millis, now: Instant): void {
  if (delay <= 0) {
    enqueue(queue, key, now);
    return;
  }
  const timer = queue.timers.get(key);
  if (timer === undefined || now + delay < timer) queue.timers.set(key, now + delay);
}

/** Puts the key back after an error, and returns the delay: the longer of its own (5 ms, doubling, at most 1000 s) and the overall 10 a second after 100. */
export function enqueueRateLimited(queue: WorkQueue, key: string, now: Instant): Millis {
  const delay = Math.max(ownDelay(queue, key), bucketDelay(queue, now));
  enqueueAfter(queue, key, delay, now);
  return delay;
}

/** Forgets the errors of a key that succeeded. */
export function forget(queue: WorkQueue, key: string): void {
  if (queue.failures.size > 0) queue.failures.delete(key);
}

/** When there is something to do: the past for keys that are ready, the earliest timer, or null. */
export function nextDue(queue: WorkQueue): Instant | null {
  const first = queue.ready[0];
  if (first !== undefined) return queue.readySince.get(first) ?? null;
  if (queue.timers.size === 0) return null;
  let next: Instant | null = null;
  for (const at of queue.timers.values()) if (next === null || at < next) next = at;
  return next;
}

/** Takes the next key that is due, or null. */
export function takeKey(queue: WorkQueue, now: Instant): string | null {
  if (queue.timers.size > 0) fireTimers(queue, now);
  const key = queue.ready.shift();
  if (key === undefined) return null;
  queue.readySince.set(key, null);
  return key;
}

function fireTimers(queue: WorkQueue, now: Instant): void {
  for (const [key, at] of queue.timers) {
    if (at > now) continue;
    queue.timers.delete(key);
    enqueue(queue, key, now);
  }
}

const longestDelay = 1_000_000;

function ownDelay(queue: WorkQueue, key: string): Millis {
  const failures = queue.failures.get(key) ?? 0;
  queue.failures.set(key, failures + 1);
  return failures > 17 ? longestDelay : Math.min(5 * 2 ** failures, longestDelay);
}

const tokenEvery = 100;
const bucketSize = 100;

function bucketDelay(queue: WorkQueue, now: Instant): Millis {
  queue.bucketFullAt = Math.max(queue.bucketFullAt, now) + tokenEvery;
  return Math.max(0, queue.bucketFullAt - now - bucketSize * tokenEvery);
}
