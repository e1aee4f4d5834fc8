import type { FieldPath, PathStep } from './fieldError.ts';

/** The path of a field below; `child(path, 'a', 'b')` is `path.a.b`. */
export function child(path: FieldPath, ...fields: readonly string[]): FieldPath {
  return [...path, ...fields.map((field): PathStep => ({ field }))];
}

/** The path of a list's entry. */
export function indexed(path: FieldPath, index: number): FieldPath {
  return [...path, { index }];
}

/** The path of a map's value, shown in brackets. */
export function keyed(path: FieldPath, key: string): FieldPath {
  return [...path, { key }];
}

/** The path of fields from the root. */
export function rooted(...fields: readonly string[]): FieldPath {
  return child([], ...fields);
}
