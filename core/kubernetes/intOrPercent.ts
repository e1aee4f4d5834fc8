import type { IntOrPercent } from './objects/daemonSet.ts';

/**
 * A number of `total`, percentages rounded up or down (intstr.GetScaledValueFromIntOrPercent).
 * Null for a text that is no percentage.
 */
export function scaledValue(value: IntOrPercent, total: number, round: 'up' | 'down'): number | null {
  if (typeof value === 'number') return value;
  const match = /^([+-]?[0-9]{1,18})%$/.exec(value);
  if (match === null) return null;
  const share = (Number(match[1]) * total) / 100;
  return round === 'up' ? Math.ceil(share) + 0 : Math.floor(share) + 0;
}
