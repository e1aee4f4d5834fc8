import { at } from '../../../core/base/json.ts';
import { objectsAt } from './manifest.ts';
import type { Rule } from './rule.ts';

const twins = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/**
 * A node that is down gets two taints: NoExecute, which the controller tolerates by itself, and NoSchedule, which it does not. Who tolerates the one
 * by hand means the other too.
 */
export const notReadyNoSchedule: Rule = {
  name: 'not-ready-no-schedule',
  level: 'hint',
  category: 'hazard',
  check: ({ value, podPath }) => {
    const tolerations = objectsAt(value, [...podPath, 'tolerations']);
    return tolerations.flatMap(toleration => {
      const key = at(toleration.value, 'key');
      if (typeof key !== 'string' || !twins.includes(key) || at(toleration.value, 'effect') !== 'NoExecute') return [];
      if (tolerations.some(other => coversNoSchedule(other.value, key))) return [];
      const message = `${key} comes as NoExecute and as NoSchedule. NoExecute is tolerated by itself; without NoSchedule no new pod is put on such a node.`;
      return [{ path: [...toleration.path, 'effect'], message }];
    });
  },
};

function coversNoSchedule(toleration: Readonly<Record<string, unknown>>, key: string): boolean {
  const { key: own, effect } = toleration;
  return (own === key || own === undefined || own === '') && (effect === 'NoSchedule' || effect === undefined || effect === '');
}
