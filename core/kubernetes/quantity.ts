import { type QuantityError, type QuantityFormat, type QuantityParts, splitQuantity } from './quantityText.ts';

/** A quantity (apimachinery pkg/api/resource): exactly `unscaled` × 10^`scale`. */
export interface Quantity {
  readonly unscaled: bigint;
  readonly scale: number;
  readonly format: QuantityFormat;
  /** As written, where the server keeps it so; empty: print the canonical form. */
  readonly text: string;
}

/** The server's words for a text that is no quantity. */
export const quantityErrorText: Readonly<Record<QuantityError, string>> = {
  format: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  suffix: "unable to parse quantity's suffix",
};

/** Nothing of anything. */
export const zeroQuantity: Quantity = { unscaled: 0n, scale: 0, format: 'DecimalSI', text: '' };

/** The finest grain, a nano; what is smaller is rounded away from zero. */
const nano = -9;
/** The most decimal digits that surely fit an int64. */
const int64Digits = 18;
const maxInt64 = 9223372036854775807n;

/**
 * Parses as resource.ParseQuantity does.
 *
 * Invariants:
 * - short numbers are kept exact with the text they were written in, if it is as good as canonical;
 * - all others are rounded up to nano, binary ones capped at 2^63 - 1.
 */
export function parseQuantity(text: string): Quantity | QuantityError {
  if (text === '0') return { ...zeroQuantity, text };
  const parts = splitQuantity(text);
  return typeof parts === 'string' ? parts : (shortQuantity(parts, text) ?? longQuantity(parts));
}

/** As it comes in JSON: a number, or a text with spaces around (Quantity.UnmarshalJSON). */
export function quantityFromJson(value: string | number): Quantity | QuantityError {
  const text = String(value);
  let [start, end] = [0, text.length];
  while (start < end && spaces.includes(text[start] ?? '')) start++;
  while (end > start && spaces.includes(text[end - 1] ?? '')) end--;
  return parseQuantity(text.slice(start, end));
}

/** What Go trims, but for the control characters that JSON escapes. */
const spaces = ' \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

/** -1, 0 or 1. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  if (signOf(a) !== signOf(b)) return signOf(a) < signOf(b) ? -1 : 1;
  const magnitude = digits(a) + a.scale - digits(b) - b.scale;
  // numbers with another count of digits need no expansion: `1e2000000000` must not fill the memory
  if (magnitude !== 0 && signOf(a) !== 0) return magnitude < 0 === signOf(a) > 0 ? -1 : 1;
  const scale = Math.min(a.scale, b.scale);
  const left = a.unscaled * 10n ** BigInt(a.scale - scale);
  const right = b.unscaled * 10n ** BigInt(b.scale - scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** -1, 0 or 1. */
export function signOf(quantity: Quantity): number {
  return quantity.unscaled < 0n ? -1 : quantity.unscaled > 0n ? 1 : 0;
}

/** Rounded away from zero to a whole count of 10^scale. The text is kept where nothing needs rounding and the number was short. */
export function roundUp(quantity: Quantity, scale: number): Quantity {
  return quantity.scale >= scale ? quantity : { ...quantity, unscaled: scaledUp(quantity, scale), scale, text: '' };
}

/** The count of 10^scale, rounded away from zero (ScaledValue): scale 0 gives Value(), -3 MilliValue(). Exponents beyond 10^±400 count as their bound. */
export function scaledUp(quantity: Quantity, scale: number): bigint {
  const shift = Math.max(-400, Math.min(400, quantity.scale - scale));
  if (shift >= 0) return quantity.unscaled * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  const whole = quantity.unscaled / divisor;
  return whole * divisor === quantity.unscaled ? whole : whole + BigInt(signOf(quantity));
}

/** The count as a number, for sizes that a simulation adds up; precise up to 2^53. */
export function quantityToNumber(quantity: Quantity, scale = 0): number {
  return Number(scaledUp(quantity, scale));
}

/** Whether the value is a whole number of 10^scale. */
export function isWhole(quantity: Quantity, scale = 0): boolean {
  return quantity.scale >= scale || scaledUp(quantity, scale) * 10n ** BigInt(Math.min(400, scale - quantity.scale)) === quantity.unscaled;
}

function shortQuantity(parts: QuantityParts, text: string): Quantity | null {
  const { base, exponent, format, whole, fraction } = parts;
  if (precisionLeft(parts) < 0) return null;
  const scale = (base === 10 ? exponent : 0) - fraction.length;
  if (scale < nano) return null;
  const shifted = whole + fraction;
  const size = BigInt(shifted) * (base === 2 ? 1n << BigInt(exponent) : 1n);
  if (size > maxInt64) return null;
  const keep = base === 10 && scale % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0');
  return { unscaled: parts.negative ? -size : size, scale, format, text: keep ? text : '' };
}

/** Decimal digits that remain of an int64; below 0 the number is too long for the short way. */
function precisionLeft({ base, exponent, whole, fraction }: QuantityParts): number {
  if (base === 10) return int64Digits - whole.length - fraction.length;
  return fraction.length > 0 ? -1 : 15 - whole.length - Math.trunc((exponent * 3) / 10) - 1;
}

function longQuantity({ base, exponent, format, whole, fraction, negative }: QuantityParts): Quantity {
  let size = BigInt(whole + fraction) * (base === 2 ? 1n << BigInt(exponent) : 1n);
  let scale = (base === 10 ? exponent : 0) - fraction.length;
  if (scale < nano) {
    size = scaledUp({ unscaled: size, scale, format, text: '' }, nano);
    scale = nano;
  }
  const exact: Quantity = { unscaled: size, scale, format, text: '' };
  const capped = format === 'BinarySI' && compareQuantities(exact, { ...exact, unscaled: maxInt64, scale: 0 }) > 0;
  const value = capped ? { ...exact, unscaled: maxInt64, scale: 0 } : exact;
  const small = format === 'BinarySI' && signOf(value) > 0 && compareQuantities(value, { ...value, unscaled: 1n, scale: 0 }) < 0;
  return { ...value, unscaled: negative ? -value.unscaled : value.unscaled, format: small ? 'DecimalSI' : format };
}

function digits(quantity: Quantity): number {
  return (quantity.unscaled < 0n ? -quantity.unscaled : quantity.unscaled).toString().length;
}
