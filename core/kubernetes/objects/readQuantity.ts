import { quantityErrorText, quantityFromJson, quantityToNumber } from '../quantity.ts';
import { complain, isAbsent, type Spot } from './spot.ts';

/** The forms in which nearly all quantities of a cluster are written: worth a short cut when there are 100,000 nodes. */
const plain = /^(\d{1,9})(m|Ki|Mi|Gi)?$/;
const factors: Readonly<Record<string, number>> = { '': 1, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** A quantity as a whole number of 10^`scale` (-3: thousandths), rounded up as the scheduler does. */
export function quantity(spot: Spot, scale: 0 | -3, fallback: number): number {
  if (isAbsent(spot)) return fallback;
  const value = spot.value;
  if (typeof value !== 'string' && typeof value !== 'number') return mistaken(spot, fallback);
  const parts = plain.exec(String(value));
  return parts === null ? exact(spot, value, scale, fallback) : short(Number(parts[1]), parts[2] ?? '', scale);
}

function short(digits: number, suffix: string, scale: 0 | -3): number {
  if (suffix === 'm') return scale === -3 ? digits : Math.ceil(digits / 1000);
  return digits * (factors[suffix] ?? 1) * (scale === -3 ? 1000 : 1);
}

function exact(spot: Spot, value: string | number, scale: 0 | -3, fallback: number): number {
  const parsed = quantityFromJson(value);
  if (typeof parsed !== 'string') return Math.min(quantityToNumber(parsed, scale), Number.MAX_SAFE_INTEGER);
  complain(spot, quantityErrorText[parsed]);
  return fallback;
}

function mistaken(spot: Spot, fallback: number): number {
  complain(spot, 'must be a quantity such as 500m or 1Gi');
  return fallback;
}
