import type { Pod } from '../../kubernetes/objects/pod.ts';
import { draftOf } from '../world/podDraft.ts';
import type { PodLife } from '../world/podLife.ts';
import { changePod, removePod } from '../world/store.ts';
import { nextResourceVersion, type World } from '../world/world.ts';

/** How a pod looks that the provider behind a virtual node will not run: it stays Pending (virtual-kubelet node/pod.go, handleProviderError). */
export const providerFailed = {
  phase: 'Pending',
  reason: 'ProviderFailed',
  message: 'the provider of this virtual node runs no pods of DaemonSets',
} as const satisfies Partial<Pod>;

/** A virtual node's kubelet: it takes up no pod of a DaemonSet, and lets one go at once. */
export function virtualKubeletSees(world: World, before: Pod | null, life: PodLife): void {
  if (life.pod.deletedAt !== null) removePod(world, life);
  else if (before === null || before.nodeName === '')
    changePod(world, life, Object.assign(draftOf(life.pod), providerFailed, { resourceVersion: nextResourceVersion(world) }));
}
