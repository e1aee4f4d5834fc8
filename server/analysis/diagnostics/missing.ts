import { type FieldError, formatPath, jsonPathOf } from '../../../core/kubernetes/fieldError.ts';
import type { Place } from '../document/locate.ts';

/** An error and where the text ends on the way to it. */
export interface PlacedError {
  readonly error: FieldError;
  readonly place: Place;
}

/**
 * Of errors that all lie in one object that is not there, one, named after that object: who forgot `spec` hears of `spec`, not of the
 * selector, the labels and the containers in it.
 */
export function mergeMissing<T extends PlacedError>(placed: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return placed.flatMap(one => {
    const missing = missingObject(one);
    if (missing === null) return [one];
    const key = formatPath(missing);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...one, error: { path: missing, type: 'FieldValueRequired' as const, message: 'Required value', value: undefined } }];
  });
}

/** The path of the object that would have to be there for the error's field to be; null when only the field itself is missing, or nothing is. */
function missingObject({ error, place }: PlacedError): FieldError['path'] | null {
  const path = error.at ?? error.path;
  return place.depth < jsonPathOf(path).length - 1 ? path.slice(0, place.depth + 1) : null;
}
