import { isJsonArray, isJsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';
import { goPlain, PatchProblem } from './patchProblem.ts';

type List = readonly JsonValue[];

/** Whether two entries are the same one: by their merge key, or as words. */
export function isSameEntry(a: JsonValue, b: JsonValue, mergeKey: string): boolean {
  if (mergeKey === '') return jsonEquals(a, b);
  const [left, right] = [member(a, mergeKey), member(b, mergeKey)];
  return left !== undefined && right !== undefined && jsonEquals(left, right);
}

/** The entries that are in a list of keys, and those only the server has. */
export function partition(entries: List, listed: List, mergeKey: string): { readonly patched: List; readonly others: List } {
  const isListed = (entry: JsonValue): boolean => listed.some(other => isSameEntry(entry, other, mergeKey));
  return { patched: entries.filter(isListed), others: entries.filter(entry => !isListed(entry)) };
}

/**
 * The merged list in order: what the patch has in the patch's order, what only the server has in the server's, and the server's order between the two
 * where it knows both; otherwise the patch's entry first (normalizeElementOrder).
 */
export function inOrder(entries: List, patchOrder: List, serverOrder: List, mergeKey: string): List {
  const { patched, others } = partition(entries, patchOrder, mergeKey);
  return interleave(sortBy(others, serverOrder, mergeKey), sortBy(patched, patchOrder, mergeKey), serverOrder, mergeKey);
}

/** Entries in the order of a list; those it does not have last, as they were. */
export function sortBy(entries: List, order: List, mergeKey: string): List {
  const rank = (entry: JsonValue): number => {
    const index = indexIn(order, entry, mergeKey);
    return index < 0 ? order.length : index;
  };
  return entries
    .map((entry, position) => ({ entry, position, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .map(({ entry }) => entry);
}

/** All entries of a list are maps, or none; a list of lists is nothing Kubernetes has. True: maps. */
export function areMaps(...lists: readonly List[]): boolean {
  const entries = lists.flat();
  const kinds = new Set(entries.map(kindOf));
  if (kinds.size > 1) throw new PatchProblem(`list element types are not identical: [${lists.map(goPlain).join(' ')}]`);
  if (kinds.has('list')) throw new PatchProblem('lists of lists are not supported');
  return kinds.has('map');
}

function kindOf(entry: JsonValue): string {
  return isJsonArray(entry) ? 'list' : isJsonObject(entry) ? 'map' : typeof entry;
}

function interleave(left: List, right: List, serverOrder: List, mergeKey: string): List {
  const merged: JsonValue[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    const takeLeft = b === undefined || (a !== undefined && isBefore(a, b, serverOrder, mergeKey));
    if (takeLeft && a !== undefined) {
      merged.push(a);
      i++;
    } else if (b !== undefined) {
      merged.push(b);
      j++;
    } else break;
  }
  return merged;
}

function isBefore(a: JsonValue, b: JsonValue, order: List, mergeKey: string): boolean {
  const [left, right] = [indexIn(order, a, mergeKey), indexIn(order, b, mergeKey)];
  return left >= 0 && right >= 0 && left < right;
}

function indexIn(order: List, entry: JsonValue, mergeKey: string): number {
  return order.findIndex(other => isSameEntry(other, entry, mergeKey));
}
