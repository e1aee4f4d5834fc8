import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { keyed } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';
import { isWhole } from '../quantity.ts';
import { formatQuantity } from '../quantityPrint.ts';
import { quantitiesOf } from '../validation/resources.ts';
import { type WarningReview, warn } from './warn.ts';

const bytes: readonly string[] = ['memory', 'ephemeral-storage', 'storage'];

/** Bytes are counted whole. `field` holds the list of quantities. */
export function warnOfFractions(review: WarningReview, owner: JsonObject, field: string, path: FieldPath): void {
  for (const [name, quantity] of quantitiesOf(owner, field)) {
    if (bytes.includes(name) && !isWhole(quantity))
      warn(review, keyed(path, name), `fractional byte value ${goQuote(formatQuantity(quantity))} is invalid, must be an integer`);
  }
}
