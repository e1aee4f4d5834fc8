import { nextInt, type Random } from '../base/random.ts';

/** A member of sample sets: known by a number of its own, small and never given twice. */
export interface Numbered {
  readonly number: number;
}

/**
 * A set from which a few members can be drawn at random: add, remove O(1), draw O(drawn). Its order means nothing.
 * Invariant: `places[number]` is the member's place in `items` plus one; 0, or beyond the end: it is no member.
 */
export interface SampleSet<T extends Numbered> {
  readonly items: T[];
  places: Int32Array;
}

export function createSampleSet<T extends Numbered>(): SampleSet<T> {
  return { items: [], places: new Int32Array(0) };
}

export function addTo<T extends Numbered>(set: SampleSet<T>, item: T): void {
  if (item.number >= set.places.length) makeRoom(set, item.number);
  if (set.places[item.number] !== 0) return;
  set.places[item.number] = set.items.push(item);
}

function makeRoom<T extends Numbered>(set: SampleSet<T>, number: number): void {
  const places = new Int32Array(Math.max(16, 2 * (number + 1)));
  places.set(set.places);
  set.places = places;
}

export function removeFrom<T extends Numbered>({ items, places }: SampleSet<T>, item: T): void {
  const place = items.length === 0 || item.number >= places.length ? 0 : (places[item.number] ?? 0);
  if (place === 0) return;
  places[item.number] = 0;
  const last = items.pop();
  if (last === undefined || last === item) return;
  items[place - 1] = last;
  places[last.number] = place;
}

/** Hands out members in random order, as long as `take` wants more: the head of a shuffle. `take` must not change the set. */
export function drawFrom<T extends Numbered>(set: SampleSet<T>, random: Random, take: (item: T) => boolean): void {
  for (let i = 0; i < set.items.length; i++) {
    swap(set, i, i + nextInt(random, set.items.length - i));
    if (!take(set.items[i] as T)) return;
  }
}

function swap<T extends Numbered>({ items, places }: SampleSet<T>, i: number, j: number): void {
  if (i === j) return;
  const a = items[i] as T;
  const b = items[j] as T;
  items[i] = b;
  items[j] = a;
  places[b.number] = i + 1;
  places[a.number] = j + 1;
}
