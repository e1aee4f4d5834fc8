import type { FieldPath } from '../fieldError.ts';
import type { FieldFacts } from '../schema/fieldFacts.ts';

/** Where a value stands: its exact path, and the field names by which Go tells of it. */
export interface Place {
  readonly path: FieldPath;
  /** The type that has the field, and the field. */
  readonly owner: string;
  readonly field: string;
  readonly facts: FieldFacts;
  readonly goPath: readonly string[];
}
