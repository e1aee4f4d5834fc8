import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

const longSeconds = 600;

/** Each node may wait the whole grace period, one after the other. */
export const longGracePeriod: Rule = {
  name: 'long-grace-period',
  level: 'warning',
  category: 'hazard',
  check: ({ podSpec, podPath, strategy }) => {
    const seconds = at(podSpec, 'terminationGracePeriodSeconds');
    if (typeof seconds !== 'number' || seconds < longSeconds || strategy.type !== 'RollingUpdate' || strategy.surges) return [];
    const message = `Each node may wait ${seconds} s for its old pod to end: 100 nodes one at a time are ${Math.round((seconds * 100) / 3600)} hours. Raise maxUnavailable, or shorten the period.`;
    return [{ path: [...podPath, 'terminationGracePeriodSeconds'], message }];
  },
};
