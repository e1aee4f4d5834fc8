import { type JsonObject, jsonEquals, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { invalid, type Review } from './review.ts';

/** Metadata that only the server sets (apimachinery ValidateObjectMetaAccessorUpdate): leaving it out keeps it, another value is refused. */
export function reviewMetaUpdate(review: Review, meta: JsonObject, old: JsonObject, path: FieldPath): void {
  for (const field of ['uid', 'deletionTimestamp', 'deletionGracePeriodSeconds']) {
    const value = member(meta, field) ?? null;
    const before = member(old, field) ?? null;
    // the uid of a manifest that never was in a cluster is not known
    const unknown = field === 'uid' && before === null;
    if (value !== null && value !== '' && !unknown && !jsonEquals(value, before))
      invalid(review, child(path, field), value, 'field is immutable');
  }
}
