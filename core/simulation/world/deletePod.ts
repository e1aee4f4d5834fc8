import type { Pod } from '../../kubernetes/objects/pod.ts';
import { changePod, removePod } from './store.ts';
import { nextResourceVersion, type World } from './world.ts';

/**
 * A DELETE request for a pod (pod strategy's CheckGracefulDelete): one that no kubelet runs (unbound, Failed, Succeeded) or a forced one is gone at once;
 * others get a deletionTimestamp, and their kubelet ends them. A second delete changes nothing.
 */
export function deletePod(world: World, pod: Pod, force = false): void {
  if (force || pod.nodeName === '' || pod.phase === 'Failed' || pod.phase === 'Succeeded') {
    removePod(world, pod);
    return;
  }
  if (pod.deletedAt !== null) return;
  changePod(world, pod, {
    ...pod,
    deletedAt: world.now,
    gracePeriodSeconds: pod.spec.terminationGracePeriodSeconds,
    resourceVersion: nextResourceVersion(world),
  });
}
