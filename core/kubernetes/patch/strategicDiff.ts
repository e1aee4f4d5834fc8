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
  const changed = byKey(value, mergeKey).flatMap(entry => diffEntry(entry, before, how, half));
  const deleted =
    half === 'changes' ? [] : byKey(before, mergeKey).filter(entry => !value.some(other => isSameEntry(entry, other, mergeKey)));
  const entries: List = [
    ...sortBy(changed, value, mergeKey),
    ...deleted.map(entry => ({ [patchMarker]: 'delete', [mergeKey]: keyOf(entry, mergeKey) })),
  ];
  const sameOrder = before.length === value.length && value.every((entry, index) => isSameEntry(entry, before[index] ?? null, mergeKey));
  if (entries.length > 0) patch.set(key, entries);
  if (entries.length > 0 || (half === 'changes' && !sameOrder))
    patch.set(
      orderKey(key),
      value.map(entry => ({ [mergeKey]: keyOf(entry, mergeKey) })),
    );
}

function diffEntry(entry: JsonValue, before: List, how: FieldPatch, half: DiffHalf): List {
  const own = before.find(other => isSameEntry(other, entry, how.mergeKey));
  if (!isJsonObject(own) || !isJsonObject(entry)) return half === 'changes' ? [entry] : [];
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

function byKey(entries: List, mergeKey: string): JsonValue[] {
  return [...entries].sort((a, b) => compareOrdinal(goPlain(keyOf(a, mergeKey)), goPlain(keyOf(b, mergeKey))));
}

function kindOf(value: JsonValue): string {
  return isJsonArray(value) ? 'list' : value === null ? 'null' : typeof value;
}
