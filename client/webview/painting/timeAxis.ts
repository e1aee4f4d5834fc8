import type { Instant, Millis } from '../../../core/kubernetes/objects/meta.ts';
import { type DurationUnits, englishUnits, unitText } from '../../../core/presentation/words/units.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps: readonly Millis[] = [
  100,
  200,
  500,
  second,
  2 * second,
  5 * second,
  10 * second,
  15 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  6 * hour,
  12 * hour,
  day,
  2 * day,
  7 * day,
];

export interface Tick {
  readonly at: Instant;
  readonly label: string;
}

/** Round instants from the beginning to the end, so far apart that their labels have room (about 72 px each). */
export function ticks(begin: Instant, end: Instant, width: number, units: DurationUnits = englishUnits): readonly Tick[] {
  const room = Math.max(1, Math.floor(width / 72));
  const span = end - begin;
  const step = steps.find(candidate => span / candidate <= room) ?? 7 * day * Math.ceil(span / (7 * day * room));
  const result: Tick[] = [];
  for (let at = Math.ceil(begin / step) * step; at <= end; at += step) result.push({ at, label: label(at, units) });
  return result;
}

function label(at: Instant, { 'unit.d': d, 'unit.h': h, 'unit.m': m, 'unit.s': s }: DurationUnits): string {
  if (at === 0) return '0';
  if (at % day === 0) return unitText(d, at / day);
  if (at % hour === 0) return unitText(h, at / hour);
  if (at % minute === 0) return unitText(m, at / minute);
  if (at > minute) return `${unitText(m, Math.floor(at / minute))} ${(at % minute) / second}`;
  return unitText(s, at / second);
}

/** Where an instant lies between the edges of a plot, and back. */
export interface TimeScale {
  readonly left: number;
  readonly width: number;
  readonly begin: Instant;
  readonly end: Instant;
}

export function xOf(scale: TimeScale, at: Instant): number {
  const { left, width, begin, end } = scale;
  return left + (end <= begin ? 0 : ((Math.min(Math.max(at, begin), end) - begin) / (end - begin)) * width);
}

export function instantAt(scale: TimeScale, x: number): Instant {
  const share = Math.min(Math.max((x - scale.left) / Math.max(1, scale.width), 0), 1);
  return Math.round(scale.begin + share * (scale.end - scale.begin));
}
