import { at, type JsonObject } from '../base/json.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { parseTime } from '../kubernetes/objects/time.ts';

/** The moment of an answer: the virtual instant of the world, and what the clock on the wall shows then, in milliseconds since 1970. */
export interface Clock {
  readonly now: Instant;
  readonly wall: number;
}

/** A virtual instant as a timestamp: `now` is the present of the wall, what is past lies at its virtual distance before it. RFC 3339, whole seconds. */
export function timeText(clock: Clock, at: Instant): string {
  return rfc3339(Math.floor((clock.wall - clock.now + at) / 1000));
}

/** The virtual instant of a timestamp that {@link timeText} wrote; null: it is no timestamp. */
export function instantOf(clock: Clock, text: string): Instant | null {
  const time = parseTime(text);
  return time === null ? null : time - clock.wall + clock.now;
}

/** The virtual instant at which an object was made, read back from its timestamp. */
export function createdAtOf(object: JsonObject, clock: Clock): Instant {
  return instantOf(clock, String(at(object, 'metadata', 'creationTimestamp') ?? '')) ?? clock.now;
}

/** Seconds since 1970 as `2026-11-24T05:40:00Z`, by the Gregorian calendar. */
export function rfc3339(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const { year, month, day } = civilDay(days);
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${time}Z`;
}

/** The day `days` after 1970-01-01, counted in eras of 400 years that begin in March. */
function civilDay(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}
