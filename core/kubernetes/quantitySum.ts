import type { Quantity } from './quantity.ts';

/** The sum, printed in the format of the first (Quantity.Add). Exponents are bounded by the caller's amounts. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  if (Math.abs(a.scale - b.scale) > 400) return a.scale > b.scale ? a : b;
  const scale = Math.min(a.scale, b.scale);
  const unscaled = a.unscaled * 10n ** BigInt(a.scale - scale) + b.unscaled * 10n ** BigInt(b.scale - scale);
  return { unscaled, scale, format: a.unscaled === 0n ? b.format : a.format, text: '' };
}
