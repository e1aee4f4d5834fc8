import { at, isJsonArray } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** Each pod of a DaemonSet is made for one node: there is nothing left to prefer. */
export const preferredNodeAffinity: Rule = {
  name: 'preferred-node-affinity',
  level: 'warning',
  category: 'hazard',
  check: ({ podSpec, podPath }) => {
    const field = 'preferredDuringSchedulingIgnoredDuringExecution';
    const terms = at(podSpec, 'affinity', 'nodeAffinity', field);
    if (!isJsonArray(terms) || terms.length === 0) return [];
    const path = [...podPath, 'affinity', 'nodeAffinity', field];
    const message =
      'A preferred node affinity has no effect in a DaemonSet: it puts a pod on every node that fits. Use the required one to choose nodes.';
    return [{ path, on: 'key', message }];
  },
};
