import { compareOrdinal } from '../../base/compare.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';
import { orderKey, patchMarker, retainKeysMarker, shortenKey } from './directives.ts';
import { areMaps, isSameEntry, sortBy } from './elementOrder.ts';
import { goPlain, PatchProblem } from './patchProblem.ts';
import { type FieldPatch, fieldPatch, type PatchSchema } from './patchSchema.ts';

/** Which half of a difference is wanted: what is new or other, or what is gone. */
export type DiffHalf = 'changes' | 'deletions';

type List = readonly JsonValue[];

/** One half of the strategic merge patch that makes `modified` of `original` (strategicpatch.diffMaps). */
export function diffObjects(
  original: JsonObject,
  modified: JsonObject,
  schema: PatchSchema,
  half: DiffHalf,
  retainsKeys = false,
): JsonObject {
  const patch = new Map<string, JsonValue>();
  for (const [key, value] of Object.entries(modified)) {
    const before = member(original, key);
    if (before !== undefined && kindOf(before) === kindOf(value)) diffValues(key, before, value, schema, half, patch);
    else if (half === 'changes') patch.set(key, value);
  }
  const gone = Object.keys(original).filter(key => !Object.hasOwn(modified, key));
  if (half === 'deletions') for (const key of gone) patch.set(key, null);
  const keys = Object.keys(modified).filter(key => modified[key] !== null);
  if (retainsKeys && keys.length > 0 && (patch.size > 0 || gone.length > 0)) patch.set(retainKeysMarker, keys.sort(compareOrdinal));
  return Object.fromEntries(patch);
}

function diffValues(
  key: string,
  before: JsonValue,
  value: JsonValue,
  schema: PatchSchema,
  half: DiffHalf,
  patch: Map<string, JsonValue>,
): void {
  if (isJsonObject(before) && isJsonObject(value)) {
    if (jsonEquals(before, value)) return;
    const how = fieldPatch(schema, key);
    const inner = diffObjects(before, value, how.schema, half, how.retainsKeys);
    if (Object.keys(inner).length > 0) patch.set(key, inner);
  } else if (isJsonArray(before) && isJsonArray(value) && !jsonEquals(before, value)) {
    const how = fieldPatch(schema, key);
    if (how.merges) diffLists(key, before, value, how, half, patch);
    else if (half === 'changes') patch.set(key, value);
  } else if (half === 'changes' && !jsonEquals(before, value)) patch.set(key, value);
}

function diffLists(key: string, before: List, value: List, how: FieldPatch, half: DiffHalf, patch: Map<string, JsonValue>): void {
  if (before.length === 0) {
    if (value.length > 0 && half === 'changes') patch.set(key, value);
  } else if (areMaps(before, value)) diffEntries(key, before, value, how, half, patch);
  else diffWords(key, before, value, half, patch);
}

function diffEntries(key: string, before: List, value: List, how: FieldPatch, half: DiffHalf, patch: Map<string, JsonValue>): void {
  const { mergeKey } = how;
  const { changed, deleted } = walkEntries(byKey(before, mergeKey), byKey(value, mergeKey), how, half);
  const entries: List = [...sortBy(changed, value, mergeKey), ...deleted];
  const sameOrder = before.length === value.length && value.every((entry, index) => isSameEntry(entry, before[index] ?? null, mergeKey));
  if (entries.length > 0) patch.set(key, entries);
  if (entries.length > 0 || (half === 'changes' && !sameOrder))
    patch.set(
      orderKey(key),
      value.map(entry => ({ [mergeKey]: keyOf(entry, mergeKey) })),
    );
}

/** Both lists side by side, by merge key: of a key written twice, the second entry is compared with whatever comes next. */
function walkEntries(before: List, after: List, how: FieldPatch, half: DiffHalf): { readonly changed: List; readonly deleted: List } {
  const changed: JsonValue[] = [];
  const deleted: JsonValue[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [own, entry] = [before[i], after[j]];
    const order = own === undefined ? 1 : entry === undefined ? -1 : compareKeys(own, entry, how.mergeKey);
    if (order <= 0) i++;
    if (order >= 0) j++;
    if (order === 0) changed.push(...diffEntry(own ?? null, entry ?? null, how, half));
    else if (order > 0 && half === 'changes') changed.push(entry ?? null);
    else if (order < 0 && half === 'deletions') deleted.push({ [patchMarker]: 'delete', [how.mergeKey]: keyOf(own ?? null, how.mergeKey) });
  }
  return { changed, deleted };
}

function diffEntry(own: JsonValue, entry: JsonValue, how: FieldPatch, half: DiffHalf): List {
  if (!isJsonObject(own) || !isJsonObject(entry)) return [];
  const inner = diffObjects(own, entry, how.schema, half, how.retainsKeys);
  return Object.keys(inner).length > 0 ? [{ ...inner, [how.mergeKey]: keyOf(entry, how.mergeKey) }] : [];
}

function diffWords(key: string, before: List, value: List, half: DiffHalf, patch: Map<string, JsonValue>): void {
  const missing = (from: List, other: List): List => from.filter(word => !other.some(one => jsonEquals(one, word)));
  const change = half === 'changes' ? missing(value, before) : missing(before, value);
  if (change.length > 0) patch.set(half === 'changes' ? key : shortenKey(key), half === 'changes' ? sortBy(change, value, '') : change);
  if (half === 'changes' || change.length > 0) patch.set(orderKey(key), value);
}

function keyOf(entry: JsonValue, mergeKey: string): JsonValue {
  const value = member(entry, mergeKey);
  if (value === undefined) throw new PatchProblem(`map: ${goPlain(entry)} does not contain declared merge key: ${mergeKey}`);
  return value;
}

/** Sorted by merge key; of equal ones the later comes first, as the sort of Kubernetes leaves them. */
function byKey(entries: List, mergeKey: string): List {
  return [...entries].reverse().sort((a, b) => compareKeys(a, b, mergeKey));
}

function compareKeys(a: JsonValue, b: JsonValue, mergeKey: string): number {
  return compareOrdinal(goPlain(keyOf(a, mergeKey)), goPlain(keyOf(b, mergeKey)));
}

function kindOf(value: JsonValue): string {
  return isJsonArray(value) ? 'list' : value === null ? 'null' : typeof value;
}
