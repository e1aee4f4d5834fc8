import { at } from '../../../core/base/json.ts';
import { objectsAt } from './manifest.ts';
import type { Rule } from './rule.ts';

const endless = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** The controller gives every pod endless tolerations of these taints; one written with the same key, effect and operator is replaced. */
export const tolerationSecondsOverwritten: Rule = {
  name: 'toleration-seconds-overwritten',
  level: 'warning',
  category: 'hazard',
  check: ({ value, podPath }) =>
    objectsAt(value, [...podPath, 'tolerations']).flatMap(toleration => {
      const key = at(toleration.value, 'key');
      const isOurs = typeof key === 'string' && endless.includes(key) && at(toleration.value, 'effect') === 'NoExecute';
      if (!isOurs || typeof at(toleration.value, 'tolerationSeconds') !== 'number') return [];
      const path = [...toleration.path, 'tolerationSeconds'];
      const message = `The DaemonSet controller tolerates ${key} without end, whatever is written here: its pods are not evicted.`;
      return [{ path, on: 'key' as const, message, fix: { title: 'Remove tolerationSeconds', kind: 'remove' as const, path } }];
    }),
};
