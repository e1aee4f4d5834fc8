import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';

type Path = readonly (string | number)[];

/** A scalar field as Go would print it; `fallback` where there is none. */
export function textField(value: JsonValue | undefined, path: Path, fallback = ''): string {
  const found = at(value, ...path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : fallback;
}

/** The objects of a list field; empty where there is none. */
export function objectsField(value: JsonValue | undefined, path: Path): readonly JsonObject[] {
  const found = at(value, ...path);
  return isJsonArray(found) ? found.filter(item => isJsonObject(item)) : [];
}

/** The texts of a list field. */
export function textsField(value: JsonValue | undefined, path: Path): readonly string[] {
  const found = at(value, ...path);
  return isJsonArray(found) ? found.map(item => (typeof item === 'string' ? item : String(item))) : [];
}

/** A map of scalars, such as labels, as entries in ordinal order of keys. */
export function entriesField(value: JsonValue | undefined, path: Path): readonly (readonly [string, string])[] {
  const found = at(value, ...path);
  if (!isJsonObject(found)) return [];
  return Object.keys(found)
    .sort()
    .map(key => [key, textField(found, [key])] as const);
}
