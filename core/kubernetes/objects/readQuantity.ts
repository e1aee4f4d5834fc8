import { complain, isAbsent, type Spot } from './spot.ts';

const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
const pattern = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;

/** A quantity (apimachinery resource.Quantity) in units of `unit`, rounded up to a whole number as the scheduler does. */
export function quantity(spot: Spot, unit: number, fallback: number): number {
  if (isAbsent(spot)) return fallback;
  const parts = typeof spot.value === 'string' || typeof spot.value === 'number' ? pattern.exec(String(spot.value)) : null;
  if (parts === null) {
    complain(spot, 'must be a quantity such as 500m or 1Gi');
    return fallback;
  }
  const scale = parts[2] === undefined ? (suffixes[parts[3] ?? ''] ?? 1) : Number(`1e${parts[2]}`);
  return Math.min(Math.ceil(Number((((Number(parts[1]) * scale) / unit) as number).toPrecision(15))), Number.MAX_SAFE_INTEGER);
}
