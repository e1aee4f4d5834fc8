import { compareOrdinal } from '../../base/compare.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '../../base/json.ts';

/** A patch that cannot be applied or made. Thrown inside this folder only: its public functions return the message. */
export class PatchProblem extends Error {
  override readonly name = 'PatchProblem';
}

/** The result of a patch, or why there is none, in Kubernetes' words. */
export type Patched<T extends JsonValue = JsonValue> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string };

/** Runs what may throw a {@link PatchProblem}. */
export function guardPatch<T extends JsonValue>(make: () => T): Patched<T> {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    if (error instanceof PatchProblem) return { ok: false, error: error.message };
    throw error;
  }
}

/** A value as Go's `%v` prints it: `map[a:1 b:[x y]]`. */
export function goPlain(value: JsonValue | undefined): string {
  if (value === null || value === undefined) return '<nil>';
  if (isJsonArray(value)) return `[${value.map(goPlain).join(' ')}]`;
  if (!isJsonObject(value)) return String(value);
  const keys = Object.keys(value).sort(compareOrdinal);
  return `map[${keys.map(key => `${key}:${goPlain(value[key])}`).join(' ')}]`;
}
