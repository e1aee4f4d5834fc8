import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import { type DurationUnits, englishUnits, unitText } from './words/units.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/**
 * A span as kubectl writes it in AGE and LAST SEEN: `42s`, `2m1s`, `3h5m`, `5d10h` (apimachinery duration.HumanDuration).
 * More than one second below zero is `<invalid>`.
 */
export function kubectlDuration(span: Millis): string {
  const seconds = Math.trunc(span / 1000);
  if (seconds < -1) return '<invalid>';
  if (seconds <= 0) return '0s';
  if (seconds < 2 * minute) return `${seconds}s`;
  if (seconds < 10 * minute) return twoUnits(seconds, minute, 'm', 1, 's');
  if (seconds < 3 * hour) return `${Math.floor(seconds / minute)}m`;
  if (seconds < 8 * hour) return twoUnits(seconds, hour, 'h', minute, 'm');
  if (seconds < 2 * day) return `${Math.floor(seconds / hour)}h`;
  if (seconds < 8 * day) return twoUnits(seconds, day, 'd', hour, 'h');
  if (seconds < 2 * year) return `${Math.floor(seconds / day)}d`;
  if (seconds < 8 * year) return twoUnits(seconds, year, 'y', day, 'd');
  return `${Math.floor(seconds / year)}y`;
}

/** The age of something that the API stamped at `since`: a timestamp has whole seconds, the clock has not. */
export function kubectlAge(since: Instant, now: Instant): string {
  return kubectlDuration(now - wholeSeconds(since));
}

/** An instant as the API writes it, cut to its second. */
export function wholeSeconds(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}

/**
 * A span as our own sentences write it: `42 s`, `1 m 14 s`, `4 m 02 s`, `1 h 52 m`, `37 h`, `7 d`. Rounded to the smaller unit shown;
 * a span below half a second that is not zero is `< 1 s`.
 */
export function spokenDuration(span: Millis, units: DurationUnits = englishUnits): string {
  if (span > 0 && span < 500) return units['unit.less'];
  const { 'unit.d': d, 'unit.h': h, 'unit.m': m, 'unit.s': s } = units;
  const seconds = Math.round(Math.abs(span) / 1000);
  const sign = span < 0 && seconds > 0 ? '−' : '';
  if (seconds < minute) return sign + unitText(s, seconds);
  if (seconds < hour) return sign + spokenPair(seconds, minute, m, 1, s);
  const minutes = Math.round(seconds / minute);
  if (minutes < 10 * 60) return sign + spokenPair(minutes, 60, h, 1, m);
  const hours = Math.round(seconds / hour);
  if (hours < 48) return sign + unitText(h, hours);
  return hours < 10 * 24 ? sign + spokenPair(hours, 24, d, 1, h) : sign + unitText(d, Math.round(seconds / day));
}

function twoUnits(seconds: number, large: number, largeName: string, small: number, smallName: string): string {
  const first = Math.floor(seconds / large);
  const second = Math.floor((seconds % large) / small);
  return second === 0 ? `${first}${largeName}` : `${first}${largeName}${second}${smallName}`;
}

function spokenPair(value: number, large: number, largeName: string, small: number, smallName: string): string {
  const first = Math.floor(value / large);
  const second = Math.floor((value % large) / small);
  if (second === 0) return unitText(largeName, first);
  return `${unitText(largeName, first)} ${unitText(smallName, String(second).padStart(2, '0'))}`;
}
