import { type Manifest, rollingPath } from './manifest.ts';
import { placedNodes } from './placedNodes.ts';
import type { Rule } from './rule.ts';

/** A rollout that takes the agent from every node at the same time. */
export const allNodesAtOnce: Rule = {
  name: 'all-nodes-at-once',
  level: 'warning',
  category: 'hazard',
  check: manifest => {
    const { strategy } = manifest;
    if (strategy.type !== 'RollingUpdate' || !takesAll(manifest)) return [];
    const message = `maxUnavailable ${String(strategy.maxUnavailable)}: an edit deletes the pods of all nodes at once, and if the new one does not start, no node has the agent.`;
    return [{ path: [...rollingPath, 'maxUnavailable'], message }];
  },
};

/** A number takes all nodes when the chosen cluster has no more of them for this DaemonSet. Where it has one node, there is no other way. */
function takesAll({ strategy, value, nodes }: Manifest): boolean {
  const { maxUnavailable } = strategy;
  if (typeof maxUnavailable !== 'number' || nodes === null) return maxUnavailable === '100%';
  const placed = maxUnavailable > 1 ? placedNodes(value, nodes) : null;
  const count = placed?.filter(({ placement }) => placement.shouldRun).length ?? 0;
  return count > 1 && maxUnavailable >= count;
}
