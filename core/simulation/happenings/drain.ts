import type { Pod } from '../../kubernetes/objects/pod.ts';
import { deletePod } from '../world/deletePod.ts';
import type { World } from '../world/world.ts';
import type { Planner } from './happening.ts';
import { cordonNode, withNode } from './nodeFaults.ts';

/**
 * `kubectl drain --ignore-daemonsets --force`: the node is cordoned, and every pod that no DaemonSet runs is evicted.
 * Assumption: no disruption budget stands in the way.
 */
export const drain: Planner<'drain'> = (world, { node }) =>
  withNode(world, node, (present, machine) => {
    cordonNode(world, present);
    for (const pod of [...machine.pods].flatMap(uid => evictable(world, uid))) deletePod(world, pod);
  });

function evictable(world: World, uid: string): readonly Pod[] {
  const pod = world.pods.get(uid);
  return pod === undefined || pod.owner?.kind === 'DaemonSet' ? [] : [pod];
}
