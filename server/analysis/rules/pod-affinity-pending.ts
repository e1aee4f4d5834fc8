import { at } from '../../../core/base/json.ts';
import { objectsAt } from './manifest.ts';
import type { Rule } from './rule.ts';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';

/** The controller knows nothing of pod affinity: it makes a pod for each node, and the scheduler leaves some of them Pending. */
export const podAffinityPending: Rule = {
  name: 'pod-affinity-pending',
  level: 'warning',
  category: 'hazard',
  check: ({ value, podPath }) =>
    ['podAffinity', 'podAntiAffinity'].flatMap(kind =>
      objectsAt(value, [...podPath, 'affinity', kind, required])
        // at most one pod of its own kind on a node is what a DaemonSet has anyway
        .filter(term => kind === 'podAffinity' || at(term.value, 'topologyKey') !== 'kubernetes.io/hostname')
        .map(term => ({
          path: [...term.path, 'topologyKey'],
          message: `The DaemonSet controller makes a pod for each node, whatever ${kind} says: where the scheduler may not place it, it stays Pending, counts as unavailable and holds up each rollout. Choose the nodes with nodeAffinity or nodeSelector.`,
        })),
    ),
};
