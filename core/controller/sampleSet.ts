import { nextInt, type Random } from '../base/random.ts';

/** A set from which a few members can be drawn at random: add, remove O(1), draw O(drawn). Its order means nothing. */
export interface SampleSet<T> {
  readonly items: T[];
  readonly places: Map<T, number>;
}

export function createSampleSet<T>(): SampleSet<T> {
  return { items: [], places: new Map() };
}

export function addTo<T>(set: SampleSet<T>, item: T): void {
  if (set.places.has(item)) return;
  set.places.set(item, set.items.length);
  set.items.push(item);
}

export function removeFrom<T>(set: SampleSet<T>, item: T): void {
  const place = set.places.get(item);
  if (place === undefined) return;
  set.places.delete(item);
  const last = set.items.pop() as T;
  if (place === set.items.length) return;
  set.items[place] = last;
  set.places.set(last, place);
}

/** Hands out members in random order, as long as `take` wants more: the head of a shuffle. `take` must not change the set. */
export function drawFrom<T>(set: SampleSet<T>, random: Random, take: (item: T) => boolean): void {
  for (let i = 0; i < set.items.length; i++) {
    swap(set, i, i + nextInt(random, set.items.length - i));
    if (!take(set.items[i] as T)) return;
  }
}

function swap<T>(set: SampleSet<T>, i: number, j: number): void {
  if (i === j) return;
  const a = set.items[i] as T;
  const b = set.items[j] as T;
  set.items[i] = b;
  set.items[j] = a;
  set.places.set(b, i);
  set.places.set(a, j);
}
