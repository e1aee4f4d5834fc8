import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';

/** Applies a JSON merge patch (RFC 7386) as the API server does: null deletes, objects are merged, all else is replaced; nulls within new lists go, too. */
export function applyJsonMerge(original: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (isJsonArray(patch)) return patch.map(entry => (isJsonObject(entry) || isJsonArray(entry) ? applyJsonMerge(undefined, entry) : entry));
  if (!isJsonObject(patch)) return patch;
  const base = isJsonObject(original) ? original : {};
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, applyJsonMerge(member(base, key), value));
  }
  return Object.fromEntries(merged);
}

/** The JSON merge patch that kubectl apply makes where it knows no schema: changes against the live object, deletions against the last applied one. */
export function threeWayJsonMerge(lastApplied: JsonObject, modified: JsonObject, live: JsonObject): JsonObject {
  return combine(onlyNulls(difference(lastApplied, modified)), withoutNulls(difference(live, modified)));
}

/** The patch that makes one object of the other. */
function difference(from: JsonObject, to: JsonObject): JsonObject {
  const changes: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(to)) {
    const before = member(from, key);
    if (isJsonObject(before) && isJsonObject(value)) {
      const inner = difference(before, value);
      if (Object.keys(inner).length > 0) changes.push([key, inner]);
    } else if (before === undefined || !jsonEquals(before, value)) changes.push([key, value]);
  }
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) changes.push([key, null]);
  return Object.fromEntries(changes);
}

function onlyNulls(patch: JsonObject): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) kept.push([key, null]);
    else if (isJsonObject(value)) {
      const inner = onlyNulls(value);
      if (Object.keys(inner).length > 0) kept.push([key, inner]);
    }
  }
  return Object.fromEntries(kept);
}

function withoutNulls(patch: JsonObject): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(patch)) {
    const inner = isJsonObject(value) ? withoutNulls(value) : value;
    const emptied = isJsonObject(value) && isJsonObject(inner) && Object.keys(inner).length === 0 && Object.keys(value).length > 0;
    if (inner !== null && !emptied) kept.push([key, inner]);
  }
  return Object.fromEntries(kept);
}

/** Two patches in one. */
function combine(a: JsonObject, b: JsonObject): JsonObject {
  const merged = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const own = merged.get(key);
    merged.set(key, isJsonObject(own) && isJsonObject(value) ? combine(own, value) : value);
  }
  return Object.fromEntries(merged);
}
