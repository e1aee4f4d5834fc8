import { type FieldError, type FieldPath, formatPath, jsonPathOf } from './fieldError.ts';
import { childrenOf } from './schema/schema.ts';

/**
 * The errors of validation that are mistakes of their own: those are left out that only follow from an earlier stage (a value that could not be decoded,
 * a key that was mistyped), and of many at one place only the first stays.
 */
export function withoutCascades(found: readonly FieldError[], early: readonly FieldError[]): readonly FieldError[] {
  const missing = early.flatMap(error => (error.type === 'UnknownField' ? meantFields(error.path) : [placeOf(error)]));
  const seen = new Set(early.map(placeOf));
  return found.filter(error => {
    const place = placeOf(error);
    const causes = [place, ...dependsOn(error)];
    if (seen.has(place) || causes.some(cause => missing.some(gone => isWithin(cause, gone) || isWithin(gone, cause)))) return false;
    seen.add(place);
    return true;
  });
}

/** Where the error shows in the manifest. */
function placeOf(error: FieldError): string {
  return formatPath(error.at ?? error.path);
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}.`) || place.startsWith(`${outer}[`);
}

/** Other places that an error may come from. */
function dependsOn(error: FieldError): readonly string[] {
  const place = placeOf(error);
  if (error.type === 'FieldValueNotFound') return ['spec.template.spec.volumes', 'spec.template.spec.resourceClaims'];
  if (error.message.includes('`selector` does not match')) return ['spec.selector', 'spec.template.metadata.labels'];
  if (place.startsWith('spec.updateStrategy')) return ['spec.updateStrategy'];
  if (place.endsWith('.sleep.seconds')) return ['spec.template.spec.terminationGracePeriodSeconds'];
  return [];
}

/** The fields an unknown one may have been meant for: of the same object, and spelt nearly so. */
function meantFields(path: FieldPath): readonly string[] {
  const last = path.at(-1);
  const name = last !== undefined && 'field' in last ? last.field : '';
  const parent = path.slice(0, -1);
  return [...childrenOf(jsonPathOf(parent)).keys()].filter(field => isNear(field, name)).map(field => formatPath([...parent, { field }]));
}

/** At most two letters apart (a third of the shorter word), case aside. */
function isNear(a: string, b: string): boolean {
  const limit = Math.min(2, Math.floor(Math.min(a.length, b.length) / 3));
  return Math.abs(a.length - b.length) <= limit && distance(a.toLowerCase(), b.toLowerCase()) <= limit;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
