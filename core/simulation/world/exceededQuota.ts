import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { World } from './world.ts';

/** Why the quota of its namespace forbids a pod, in the words of the ResourceQuota admission plugin; null: it does not. Pods that have ended are not counted. */
export function exceededQuota(world: World, pod: Pod): string | null {
  const limit = world.quotas.get(pod.namespace);
  if (limit === undefined) return null;
  let used = 0;
  for (const { pod: other } of world.lives.get(pod.namespace)?.values() ?? [])
    if (other.phase !== 'Failed' && other.phase !== 'Succeeded') used++;
  if (used < limit) return null;
  return `pods "${pod.name}" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=${used}, limited: pods=${limit}`;
}
