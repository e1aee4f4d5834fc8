import { nextInt, type Random } from '../base/random.ts';

/** A member of sample sets: its place in each of them by the set's number, -1 where it is no member. */
export interface Placed {
  readonly places: number[];
}

/** A set from which a few members can be drawn at random: add, remove O(1), draw O(drawn). Its order means nothing. */
export interface SampleSet<T extends Placed> {
  /** Its number among the sets that share members. */
  readonly number: number;
  readonly items: T[];
}

export function createSampleSet<T extends Placed>(number: number): SampleSet<T> {
  return { number, items: [] };
}

export function addTo<T extends Placed>({ number, items }: SampleSet<T>, item: T): void {
  if (item.places[number] !== -1) return;
  item.places[number] = items.length;
  items.push(item);
}

export function removeFrom<T extends Placed>({ number, items }: SampleSet<T>, item: T): void {
  const place = item.places[number] ?? -1;
  if (place === -1) return;
  item.places[number] = -1;
  const last = items.pop() as T;
  if (last === item) return;
  items[place] = last;
  last.places[number] = place;
}

/** Hands out members in random order, as long as `take` wants more: the head of a shuffle. `take` must not change the set. */
export function drawFrom<T extends Placed>(set: SampleSet<T>, random: Random, take: (item: T) => boolean): void {
  for (let i = 0; i < set.items.length; i++) {
    swap(set, i, i + nextInt(random, set.items.length - i));
    if (!take(set.items[i] as T)) return;
  }
}

function swap<T extends Placed>({ number, items }: SampleSet<T>, i: number, j: number): void {
  if (i === j) return;
  const a = items[i] as T;
  const b = items[j] as T;
  items[i] = b;
  items[j] = a;
  b.places[number] = i;
  a.places[number] = j;
}
