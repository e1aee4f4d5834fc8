import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Labels } from './meta.ts';

/** Why an object cannot be read: where, and a sentence that says what is expected there. */
export interface ReadProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly value: JsonValue | undefined;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** A place in a JSON text being read: the value there, the way to it, and where to tell what is wrong. A value that is absent or null takes the default. */
export interface Spot {
  readonly value: JsonValue | undefined;
  readonly parent: Spot | null;
  readonly step: string | number;
  readonly problems: ReadProblem[];
}

export function rootSpot(value: JsonValue): Spot {
  return { value, parent: null, step: '', problems: [] };
}

/** Reads a whole object: its value, or every problem met on the way. */
export function readWhole<T>(json: JsonValue, read: (spot: Spot) => T): Read<T> {
  const spot = rootSpot(json);
  if (!isJsonObject(json)) complain(spot, 'must be an object');
  const value = read(spot);
  return spot.problems.length === 0 ? { ok: true, value } : { ok: false, problems: spot.problems };
}

export function complain(spot: Spot, message: string): void {
  spot.problems.push({ path: pathOf(spot), message, value: spot.value });
}

function pathOf(spot: Spot): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let here = spot; here.parent !== null; here = here.parent) path.push(here.step);
  return path.reverse();
}

/** The member `key` of the object at `spot`. */
export function field(spot: Spot, key: string): Spot {
  return { value: member(spot.value, key), parent: spot, step: key, problems: spot.problems };
}

/** Like {@link field}, where anything but an object (or nothing) at `spot` is a mistake. */
export function objectField(spot: Spot, key: string): Spot {
  const inner = field(spot, key);
  if (!isAbsent(inner) && !isJsonObject(inner.value)) complain(inner, 'must be an object');
  return inner;
}

export function isAbsent(spot: Spot): boolean {
  return spot.value === undefined || spot.value === null;
}

/** The object at `spot`, or an empty one. */
export function objectAt(spot: Spot): JsonObject {
  return isJsonObject(spot.value) ? spot.value : {};
}

export function text(spot: Spot, fallback = ''): string {
  if (isAbsent(spot)) return fallback;
  if (typeof spot.value === 'string') return spot.value;
  complain(spot, 'must be a string');
  return fallback;
}

/** A text that must be there and not be empty. */
export function requiredText(spot: Spot): string {
  const value = text(spot);
  if (value === '' && (isAbsent(spot) || spot.value === '')) complain(spot, 'is required');
  return value;
}

/** A whole number of 32 bits. */
export function integer(spot: Spot, fallback: number): number {
  if (isAbsent(spot)) return fallback;
  const value = spot.value;
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 0x7fffffff) return value;
  complain(spot, 'must be a whole number');
  return fallback;
}

export function flag(spot: Spot): boolean {
  if (isAbsent(spot)) return false;
  if (typeof spot.value === 'boolean') return spot.value;
  complain(spot, 'must be true or false');
  return false;
}

/** One of a few words; absent: the first of them. */
export function oneOf<T extends string>(spot: Spot, words: readonly [T, ...T[]]): T {
  if (isAbsent(spot)) return words[0];
  const word = words.find(candidate => candidate === spot.value);
  if (word !== undefined) return word;
  complain(spot, `must be one of ${words.join(', ')}`);
  return words[0];
}

/** The items of a list, each read by `read`; absent: none. */
export function list<T>(spot: Spot, read: (item: Spot) => T): readonly T[] {
  if (isAbsent(spot)) return [];
  const value = spot.value;
  if (!isJsonArray(value)) {
    complain(spot, 'must be a list');
    return [];
  }
  return value.map((item, index) => read({ value: item, parent: spot, step: index, problems: spot.problems }));
}

/** A map of texts, as labels and annotations are. */
export function labels(spot: Spot): Labels {
  if (isAbsent(spot)) return {};
  if (!isJsonObject(spot.value)) {
    complain(spot, 'must be an object with texts as values');
    return {};
  }
  for (const key of Object.keys(spot.value)) {
    if (typeof spot.value[key] !== 'string') return checkedLabels(spot, spot.value);
  }
  return spot.value as Labels;
}

function checkedLabels(spot: Spot, value: JsonObject): Labels {
  for (const key of Object.keys(value)) text(field(spot, key));
  return {};
}
