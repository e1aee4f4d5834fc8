import { draftOf } from './podDraft.ts';
import type { PodLife } from './podLife.ts';
import { changePod, removePod } from './store.ts';
import { nextResourceVersion, type World } from './world.ts';

/**
 * A DELETE request for a pod (pod strategy's CheckGracefulDelete): one that no kubelet runs (unbound, Failed, Succeeded) or a forced one is gone at once;
 * others get a deletionTimestamp, and their kubelet ends them. A second delete changes nothing.
 */
export function deletePod(world: World, life: PodLife, force = false): void {
  const { pod } = life;
  if (force || pod.nodeName === '' || pod.phase === 'Failed' || pod.phase === 'Succeeded') {
    removePod(world, life);
    return;
  }
  if (pod.deletedAt !== null) return;
  const after = draftOf(pod);
  after.deletedAt = world.now;
  after.gracePeriodSeconds = pod.spec.terminationGracePeriodSeconds;
  after.resourceVersion = nextResourceVersion(world);
  changePod(world, life, after);
}
