import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { Entry } from './entries.ts';

/** The way from the root of a document to a place, seen in its lines. */
export interface Ancestry {
  readonly path: JsonPath;
  /** Entries on the way, outermost first. */
  readonly entries: readonly Entry[];
}

/**
 * The keys and dashes above `index` (exclusive) that a key or dash at `column` stands in. A dash may stand at the column of the key that holds its
 * list. Earlier dashes of the same list are counted, so that the path has the right index.
 */
export function ancestryOf(entries: readonly Entry[], index: number, column: number, kind: Entry['kind']): Ancestry {
  const above: { entry: Entry; step: string | number }[] = [];
  const here: Here = { column, kind, counting: null };
  for (let at = index - 1; at >= 0; at--) {
    const entry = entries[at];
    if (entry === undefined || !isAncestor(entry, here)) {
      if (entry !== undefined && isEarlierItem(entry, here)) countItem(above);
      continue;
    }
    above.unshift({ entry, step: entry.kind === 'item' ? 0 : entry.key });
    here.column = entry.column;
    here.kind = entry.kind;
    here.counting = entry.kind === 'item' ? entry : null;
  }
  return { path: above.map(one => one.step), entries: above.map(one => one.entry) };
}

interface Here {
  column: number;
  kind: Entry['kind'];
  /** The dash whose list is being walked up. */
  counting: Entry | null;
}

function isAncestor(entry: Entry, here: Here): boolean {
  return entry.column < here.column || (entry.column === here.column && here.kind === 'item' && entry.kind === 'key');
}

function isEarlierItem(entry: Entry, here: Here): boolean {
  return here.counting !== null && entry.kind === 'item' && entry.column === here.counting.column;
}

function countItem(above: { entry: Entry; step: string | number }[]): void {
  const first = above[0];
  if (first !== undefined && typeof first.step === 'number') first.step++;
}

/** How many dashes of the list at `column` stand before `index`: the index of a new one. */
export function itemsBefore(entries: readonly Entry[], index: number, column: number): number {
  let count = 0;
  for (let at = index - 1; at >= 0; at--) {
    const entry = entries[at];
    if (entry === undefined || entry.column > column) continue;
    if (entry.column === column && entry.kind === 'item') count++;
    else break;
  }
  return count;
}

/** The keys of the mapping that a key at `column` stands in, before and after it. */
export function siblingKeys(entries: readonly Entry[], index: number, column: number): readonly string[] {
  return [...keysFrom(entries, index - 1, -1, column), ...keysFrom(entries, index, 1, column)];
}

function keysFrom(entries: readonly Entry[], from: number, step: 1 | -1, column: number): string[] {
  const keys: string[] = [];
  for (let at = from; at >= 0 && at < entries.length; at += step) {
    const entry = entries[at];
    if (entry === undefined) break;
    if (entry.column === column && entry.kind === 'key') keys.push(entry.key);
    // A dash before the column starts the item that this mapping is; below, it starts the next one.
    else if (entry.column < column) break;
  }
  return keys;
}
