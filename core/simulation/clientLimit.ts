import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Assumptions } from './assumptions.ts';

/** The token bucket of a client (client-go flowcontrol): `burst` requests at once, then `qps` a second. Plain data. */
export interface ClientLimit {
  /** Microseconds between two requests; 0: no limit. */
  readonly interval: number;
  /** How far, in microseconds, requests may run ahead of that pace. */
  readonly ahead: number;
  /** When the next request would be due if the pace were kept from the start, in microseconds. */
  due: number;
}

export function createLimit({ clientQps, clientBurst }: Assumptions): ClientLimit {
  const interval = clientQps > 0 ? Math.round(1_000_000 / clientQps) : 0;
  return { interval, ahead: Math.max(0, clientBurst - 1) * interval, due: Number.NEGATIVE_INFINITY };
}

/** The instant at which a request made at `now` goes out, `now` or later; takes its token. */
export function admitRequest(limit: ClientLimit, now: Instant): Instant {
  if (limit.interval === 0) return now;
  const base = Math.max(limit.due, now * 1000);
  limit.due = base + limit.interval;
  return Math.max(now, Math.ceil((base - limit.ahead) / 1000));
}
