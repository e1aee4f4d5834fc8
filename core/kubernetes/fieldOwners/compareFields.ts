import { type JsonValue, jsonEquals } from '../../base/json.ts';
import { type FieldPath, type FieldSet, fieldSetOf } from './fieldSet.ts';
import { type FieldShape, partsOf, shapeOfPart } from './fieldShape.ts';

/** Where two objects differ. */
export interface FieldChanges {
  readonly added: FieldSet;
  readonly modified: FieldSet;
  readonly removed: FieldSet;
}

interface Found {
  readonly added: FieldPath[];
  readonly modified: FieldPath[];
  readonly removed: FieldPath[];
}

/**
 * Compares two values (structured-merge-diff, typed.Compare).
 * Invariant: a part that is only on one side counts with everything below it, and itself; a whole counts once.
 */
export function compareFields(before: JsonValue, after: JsonValue, shape: FieldShape): FieldChanges {
  const found: Found = { added: [], modified: [], removed: [] };
  compareParts(before, after, shape, [], found);
  return { added: fieldSetOf(found.added), modified: fieldSetOf(found.modified), removed: fieldSetOf(found.removed) };
}

function compareParts(before: JsonValue | undefined, after: JsonValue | undefined, shape: FieldShape, path: FieldPath, found: Found): void {
  const [old, now] = [partsOf(before, shape), partsOf(after, shape)];
  const steps = new Set([...(old?.entries.keys() ?? []), ...(now?.entries.keys() ?? [])]);
  const whole = steps.size === 0 || (old === null && !isNothing(before)) || (now === null && !isNothing(after));
  if (whole) {
    if (before !== undefined && after !== undefined && !jsonEquals(before, after)) found.modified.push(path);
  } else
    for (const step of steps)
      compareParts(old?.entries.get(step), now?.entries.get(step), shapeOfPart(shape, step), [...path, step], found);
  if (before === undefined) found.added.push(path);
  if (after === undefined) found.removed.push(path);
}

function isNothing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null;
}
