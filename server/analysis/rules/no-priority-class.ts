import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** On a full node the agent has to wait for room unless it comes first. */
export const noPriorityClass: Rule = {
  name: 'no-priority-class',
  level: 'hint',
  category: 'hygiene',
  check: ({ podSpec, podPath, containers }) => {
    if (at(podSpec, 'priorityClassName') !== undefined || containers.length === 0) return [];
    const message = 'No priorityClassName: on a full node this pod stays Pending instead of making room for itself.';
    return [{ path: [...podPath, 'containers'], on: 'key', message }];
  },
};
