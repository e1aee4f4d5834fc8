import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';
import { orderedList, patchMarker, retainKeysMarker, shortenedList, without, withoutDirectives } from './directives.ts';
import { areMaps, inOrder, isSameEntry } from './elementOrder.ts';
import { goPlain, guardPatch, type Patched, PatchProblem } from './patchProblem.ts';
import { daemonSetSchema, type FieldPatch, fieldPatch, type PatchSchema } from './patchSchema.ts';

/** Whether a patch is applied to an object, or added to another patch (then its orders are kept). */
export type MergeMode = 'apply' | 'combine';

type List = readonly JsonValue[];

/** Applies a strategic merge patch to a DaemonSet (apimachinery strategicpatch, StrategicMergePatch). */
export function applyStrategicMerge(original: JsonObject, patch: JsonObject): Patched<JsonObject> {
  return guardPatch(() => mergeObject(original, patch, daemonSetSchema, 'apply'));
}

/**
 * Merges a patch into an object.
 *
 * Invariants:
 * - `$patch`, `$retainKeys` and `$setElementOrder` are obeyed before any field is merged;
 * - null deletes; lists with a merge key are merged entry by entry, all others replaced.
 */
export function mergeObject(original: JsonObject, patch: JsonObject, schema: PatchSchema, mode: MergeMode): JsonObject {
  const directive = member(patch, patchMarker);
  if (directive !== undefined) return obey(directive, patch);
  const retained = retainKeys(original, patch, mode);
  const ordered = mergeOrderedLists(retained.object, retained.patch, schema, mode);
  let merged = ordered.object;
  for (const [key, value] of Object.entries(ordered.patch)) merged = mergeField(merged, key, value, schema, mode);
  return merged;
}

function obey(directive: JsonValue, patch: JsonObject): JsonObject {
  if (directive === 'replace') return without(patch, [patchMarker]);
  if (directive === 'delete') return {};
  throw new PatchProblem(`unknown patch type: ${goPlain(directive)} in map: ${goPlain(patch)}`);
}

function mergeField(object: JsonObject, key: string, value: JsonValue, schema: PatchSchema, mode: MergeMode): JsonObject {
  const shortened = shortenedList(key);
  if (shortened !== null && mode === 'combine') return { ...object, [key]: value };
  const field = shortened ?? key;
  if (value === null) return mode === 'apply' ? without(object, [field]) : { ...object, [field]: null };
  const own = member(object, field);
  if (own === undefined || kindOf(own) !== kindOf(value))
    return shortened !== null ? object : { ...object, [field]: mode === 'apply' ? withoutDirectives(value) : value };
  return { ...object, [field]: mergeValues(own, value, schema, field, shortened !== null, mode) };
}

function mergeValues(own: JsonValue, value: JsonValue, schema: PatchSchema, field: string, shorten: boolean, mode: MergeMode): JsonValue {
  if (isJsonObject(own) && isJsonObject(value)) return mergeObject(own, value, fieldPatch(schema, field).schema, mode);
  if (!isJsonArray(own) || !isJsonArray(value)) return value;
  if (shorten) return own.filter(entry => !value.some(other => jsonEquals(entry, other)));
  return mergeLists(own, value, fieldPatch(schema, field), mode);
}

function mergeLists(own: List, patch: List, how: FieldPatch, mode: MergeMode): List {
  if (!how.merges) return patch;
  if (own.length === 0 && patch.length === 0) return own;
  if (!areMaps(own, patch)) return inOrder(unique([...own, ...patch]), patch, own, '');
  if (how.mergeKey === '') throw new PatchProblem('cannot merge lists without merge key');
  const left = obeyEntries(own, patch, how.mergeKey);
  const merged = mergeEntries(left.own, left.patch, how, mode);
  return inOrder(merged, left.patch, left.own, how.mergeKey);
}

/** Entries that are orders: delete this one, replace them all. What else such an entry says is lost. */
function obeyEntries(own: List, patch: List, mergeKey: string): { readonly own: List; readonly patch: List } {
  const plain: JsonValue[] = [];
  let kept = own;
  let replace = false;
  for (const entry of patch) {
    const directive = member(entry, patchMarker);
    if (directive === undefined) plain.push(entry);
    else if (directive === 'replace') replace = true;
    else if (directive === 'delete') {
      if (member(entry, mergeKey) === undefined) throw noMergeKey(entry, mergeKey);
      kept = kept.filter(other => !isSameEntry(other, entry, mergeKey));
    } else throw new PatchProblem(`unknown patch type: ${goPlain(directive)} in map: ${goPlain(entry)}`);
  }
  return replace ? { own: plain, patch: [] } : { own: kept, patch: plain };
}

function mergeEntries(own: List, patch: List, how: FieldPatch, mode: MergeMode): List {
  const merged = [...own];
  for (const entry of patch) {
    if (member(entry, how.mergeKey) === undefined) throw noMergeKey(entry, how.mergeKey);
    const index = merged.findIndex(other => isSameEntry(other, entry, how.mergeKey));
    const before = merged[index];
    if (isJsonObject(before) && isJsonObject(entry)) merged[index] = mergeObject(before, entry, how.schema, mode);
    else merged.push(mode === 'apply' ? withoutDirectives(entry) : entry);
  }
  return merged;
}

interface Halfway {
  readonly object: JsonObject;
  /** What of the patch is still to do. */
  readonly patch: JsonObject;
}

const badRetainKeys = 'invalid patch format of retainKeys';

/** `$retainKeys`: fields that are not listed go. */
function retainKeys(object: JsonObject, patch: JsonObject, mode: MergeMode): Halfway {
  const keys = member(patch, retainKeysMarker);
  if (keys === undefined) return { object, patch };
  const rest = without(patch, [retainKeysMarker]);
  if (mode === 'combine') return { object: { ...object, [retainKeysMarker]: keys }, patch: rest };
  if (!isJsonArray(keys)) throw new PatchProblem(badRetainKeys);
  const isKept = (key: string): boolean => keys.includes(key);
  const unlisted = Object.entries(rest).some(([key, value]) => value !== null && !key.startsWith('$') && !isKept(key));
  if (unlisted) throw new PatchProblem(badRetainKeys);
  return { object: Object.fromEntries(Object.entries(object).filter(([key]) => isKept(key))), patch: rest };
}

/** `$setElementOrder/LIST` goes with its list: both are done here. */
function mergeOrderedLists(object: JsonObject, patch: JsonObject, schema: PatchSchema, mode: MergeMode): Halfway {
  let halfway: Halfway = { object, patch };
  for (const [key, order] of Object.entries(patch)) {
    const list = orderedList(key);
    if (list !== null) halfway = mergeOrderedList(halfway, key, list, order, schema, mode);
  }
  return halfway;
}

function mergeOrderedList(halfway: Halfway, key: string, list: string, order: JsonValue, schema: PatchSchema, mode: MergeMode): Halfway {
  const { object, patch } = halfway;
  const kept: JsonObject = mode === 'combine' ? { ...object, [key]: order } : object;
  const [own, value] = [member(object, list), member(patch, list)];
  if (!isJsonArray(order) || (own !== undefined && !isJsonArray(own)) || (value !== undefined && !isJsonArray(value)))
    throw new PatchProblem('invalid patch format of setElementOrder list');
  const how = fieldPatch(schema, list);
  if (value !== undefined) checkOrder(value, order, how.mergeKey);
  const rest = without(patch, [key, list]);
  if (own === undefined && value === undefined) return { object: kept, patch: rest };
  const merged = own === undefined ? added(value ?? [], mode) : value === undefined ? own : mergeLists(own, value, how, mode);
  return { object: { ...kept, [list]: inOrder(merged, order, own ?? [], how.mergeKey) }, patch: rest };
}

function added(value: List, mode: MergeMode): List {
  const plain = mode === 'apply' ? withoutDirectives(value) : value;
  return isJsonArray(plain) ? plain : value;
}

/** The entries of the patch must come in the order it demands. */
function checkOrder(entries: List, order: List, mergeKey: string): void {
  const plain = mergeKey === '' ? entries : entries.filter(entry => member(entry, patchMarker) === undefined);
  let index = 0;
  for (const key of order) {
    const entry = plain[index];
    if (entry !== undefined && isSameEntry(entry, key, mergeKey)) index++;
  }
  if (index < plain.length)
    throw new PatchProblem(`The order in patch list:\n${goPlain(entries)}\n doesn't match $setElementOrder list:\n${goPlain(order)}\n`);
}

function noMergeKey(entry: JsonValue, mergeKey: string): PatchProblem {
  return new PatchProblem(`map: ${goPlain(entry)} does not contain declared merge key: ${mergeKey}`);
}

function unique(entries: List): List {
  return entries.filter((entry, index) => entries.findIndex(other => jsonEquals(entry, other)) === index);
}

function kindOf(value: JsonValue): string {
  return isJsonArray(value) ? 'list' : value === null ? 'null' : typeof value;
}
