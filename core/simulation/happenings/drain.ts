import { deletePod } from '../world/deletePod.ts';
import type { Planner } from './happening.ts';
import { cordonNode, withNode } from './nodeFaults.ts';

/**
 * `kubectl drain --ignore-daemonsets --force`: the node is cordoned, and every pod that no DaemonSet runs is evicted.
 * Assumption: no disruption budget stands in the way.
 */
export const drain: Planner<'drain'> = (world, { node }) =>
  withNode(world, node, (present, machine) => {
    cordonNode(world, present);
    for (const life of machine.pods) if (life.pod.owner?.kind !== 'DaemonSet') deletePod(world, life);
  });
