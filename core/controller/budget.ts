import { scaledValue } from '../kubernetes/intOrPercent.ts';
import type { UpdateStrategy } from '../kubernetes/objects/daemonSet.ts';

/** maxUnavailable and maxSurge as numbers of nodes. */
export interface Limits {
  readonly maxUnavailable: number;
  readonly maxSurge: number;
}

/**
 * The limits for `desired` nodes (updatedDesiredNodeCounts, update.go): percentages are of the desired nodes, both rounded up; when both
 * are 0 and there is a node, maxUnavailable is taken as 1. Null under OnDelete; a text when a value is neither number nor percentage.
 */
export function limitsFor(strategy: UpdateStrategy, desired: number): Limits | string | null {
  if (strategy.type !== 'RollingUpdate') return null;
  const maxUnavailable = scaledValue(strategy.maxUnavailable, desired, 'up');
  if (maxUnavailable === null) return invalid('MaxUnavailable', strategy.maxUnavailable);
  const maxSurge = scaledValue(strategy.maxSurge, desired, 'up');
  if (maxSurge === null) return invalid('MaxSurge', strategy.maxSurge);
  return { maxUnavailable: desired > 0 && maxUnavailable === 0 && maxSurge === 0 ? 1 : maxUnavailable, maxSurge };
}

/** Whether a node may hold two pods during an update (util.AllowsSurge): maxSurge of one node is more than 0. */
export function allowsSurge(strategy: UpdateStrategy): boolean {
  return strategy.type === 'RollingUpdate' && (scaledValue(strategy.maxSurge, 1, 'up') ?? 0) > 0;
}

function invalid(field: string, value: number | string): string {
  return `invalid value for ${field}: invalid value for IntOrString: invalid type: string is not a percentage: ${JSON.stringify(value)}`;
}
