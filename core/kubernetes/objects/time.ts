import type { Instant } from './meta.ts';
import { complain, isAbsent, type Spot } from './spot.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Milliseconds since 1970 of an RFC 3339 text, or null when it is none. No clock and no calendar of the machine takes part. */
export function parseTime(text: string): number | null {
  const parts = pattern.exec(text);
  if (parts === null) return null;
  const n = (index: number): number => Number(parts[index] ?? 0);
  if (n(2) < 1 || n(2) > 12 || n(3) < 1 || n(3) > daysInMonth(n(1), n(2)) || n(4) > 23 || n(5) > 59 || n(6) > 60) return null;
  const offset = (parts[8] === '-' ? -1 : 1) * (n(9) * 60 + n(10));
  const minutes = (daysSince1970(n(1), n(2), n(3)) * 24 + n(4)) * 60 + n(5) - offset;
  return (minutes * 60 + n(6)) * 1000 + Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
}

/** Days from 1970-01-01 to a day of the Gregorian calendar, counted in eras of 400 years that begin in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** What an object's times are measured against. */
export interface TimeBase {
  /** The instant 0 of the simulation in milliseconds since 1970; null: times of day mean nothing, `assumed` is taken. */
  readonly zero: number | null;
  /** For objects that do not tell a time. */
  readonly assumed: Instant;
}

/** Five days old: what is assumed of objects that do not say. */
export const defaultTimeBase: TimeBase = { zero: null, assumed: -5 * 24 * 3600 * 1000 };

/** The instant of a timestamp field, never after zero. */
export function instant(spot: Spot, base: TimeBase): Instant {
  if (isAbsent(spot)) return base.assumed;
  const time = typeof spot.value === 'string' ? parseTime(spot.value) : null;
  if (time === null) complain(spot, 'must be a time such as 2026-11-24T05:40:00Z');
  if (time === null || base.zero === null) return base.assumed;
  return Math.min(time - base.zero, 0);
}
