import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';

/** Applies a JSON merge patch (RFC 7386): objects are merged, null takes a member away, everything else replaces. */
export function mergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const members = new Map<string, JsonValue>(isJsonObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) members.delete(key);
    else members.set(key, mergePatch(members.get(key), value));
  }
  return objectOf(members);
}

/** Like Object.fromEntries, which makes an own member of `__proto__` as well. */
function objectOf(members: ReadonlyMap<string, JsonValue>): JsonObject {
  return Object.fromEntries(members);
}
