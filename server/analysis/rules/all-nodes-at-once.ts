import { rollingPath } from './manifest.ts';
import type { Rule } from './rule.ts';

/** A rollout that takes the agent from every node at the same time. */
export const allNodesAtOnce: Rule = {
  name: 'all-nodes-at-once',
  level: 'warning',
  category: 'hazard',
  check: ({ strategy }) => {
    if (strategy.type !== 'RollingUpdate' || strategy.maxUnavailable !== '100%') return [];
    const message =
      'maxUnavailable 100%: an edit deletes the pods of all nodes at once, and if the new one does not start, no node has the agent.';
    return [{ path: [...rollingPath, 'maxUnavailable'], message }];
  },
};
