import { compareQuantities, isWhole, type Quantity, scaledUp } from './quantity.ts';
import { binarySuffix, decimalSuffix } from './quantityText.ts';

/** The quantity as the server prints it (Quantity.String): as written where it was kept, else in canonical form. */
export function formatQuantity(quantity: Quantity): string {
  return quantity.text === '' ? canonicalQuantity(quantity) : quantity.text;
}

/** No fraction, the largest suffix that loses nothing (CanonicalizeBytes). */
export function canonicalQuantity(quantity: Quantity): string {
  if (quantity.unscaled === 0n) return '0';
  return printsBinary(quantity) ? binaryForm(scaledUp(quantity, 0)) : decimalForm(quantity);
}

function printsBinary(quantity: Quantity): boolean {
  if (quantity.format !== 'BinarySI' || !isWhole(quantity)) return false;
  const kibi: Quantity = { ...quantity, unscaled: 1024n, scale: 0 };
  return compareQuantities(quantity, kibi) >= 0 || compareQuantities(quantity, { ...kibi, unscaled: -1024n }) <= 0;
}

function binaryForm(whole: bigint): string {
  let value = whole;
  let steps = 0;
  while (value % 1024n === 0n) {
    value /= 1024n;
    steps++;
  }
  return `${value}${binarySuffix(steps)}`;
}

function decimalForm(quantity: Quantity): string {
  let value = quantity.unscaled;
  let exponent = quantity.scale;
  while (value % 10n === 0n) {
    value /= 10n;
    exponent++;
  }
  while (exponent % 3 !== 0) {
    value *= 10n;
    exponent--;
  }
  const format = quantity.format === 'BinarySI' ? 'DecimalSI' : quantity.format;
  return `${value}${decimalSuffix(exponent, format)}`;
}
