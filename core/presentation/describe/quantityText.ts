import type { JsonValue } from '../../base/json.ts';
import { quantityFromJson, scaledUp, signOf } from '../../kubernetes/quantity.ts';
import { formatQuantity } from '../../kubernetes/quantityPrint.ts';

/** A quantity as kubectl prints it (`0.5` is `500m`); what is none stays as it is. */
export function quantityText(written: string): string {
  const quantity = quantityFromJson(written);
  return typeof quantity === 'string' ? written : formatQuantity(quantity);
}

/** `written` in units of `divisor`, rounded up: what a variable with a resourceFieldRef gets (component-helpers, ExtractContainerResourceValue). */
export function dividedQuantity(written: string, divisor: string, resource: string): string {
  const milli = /(?:^|\.)cpu$/.test(resource) ? -3 : 0;
  const value = quantityFromJson(written);
  const by = quantityFromJson(divisor);
  if (typeof value === 'string' || typeof by === 'string') return '';
  const unit = signOf(by) === 0 ? (milli === 0 ? 1n : 1000n) : scaledUp(by, milli);
  const whole = scaledUp(value, milli);
  return unit <= 0n ? '' : String(whole / unit + (whole % unit === 0n ? 0n : 1n));
}

/** A scalar of JSON as the text of a quantity; empty: it is none. */
export function writtenQuantity(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
