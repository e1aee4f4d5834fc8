import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';

/** Keys of a strategic merge patch that are orders, not fields (apimachinery strategicpatch). */
export const patchMarker = '$patch';
/** Lists the fields that stay: all others go. */
export const retainKeysMarker = '$retainKeys';
const orderPrefix = '$setElementOrder/';
const deletePrefix = '$deleteFromPrimitiveList/';

/** The list that a key of a patch orders, or deletes from; null: it is no such key. */
export function orderedList(key: string): string | null {
  return key.startsWith(orderPrefix) ? key.slice(orderPrefix.length) : null;
}

/** The list of words that a key of a patch deletes from; null: it is no such key. */
export function shortenedList(key: string): string | null {
  return key.startsWith(deletePrefix) ? key.slice(deletePrefix.length) : null;
}

/** The key that orders a list. */
export function orderKey(list: string): string {
  return orderPrefix + list;
}

/** The key that deletes words from a list. */
export function shortenKey(list: string): string {
  return deletePrefix + list;
}

/** A value without orders, nulls and entries that are to be deleted: what remains of a patch where there was nothing to patch. */
export function withoutDirectives(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.filter(entry => !isDeletion(entry)).map(withoutDirectives);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, own]) => own !== null && !key.startsWith('$'))
      .map(([key, own]) => [key, withoutDirectives(own)]),
  );
}

function isDeletion(entry: JsonValue): boolean {
  return isJsonObject(entry) && Object.hasOwn(entry, patchMarker);
}

/** A copy without some keys. */
export function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
