import type { Pod } from '../../kubernetes/objects/pod.ts';
import { containerAt, scheduleStep } from '../actors/containerStep.ts';
import { gaveUp, longestBackoff } from '../world/podLife.ts';
import { machineOf, type World } from '../world/world.ts';
import { does, type Planner, refuses } from './happening.ts';

/**
 * A registry loses or gets an image, an application begins or ceases to crash. Containers feel it at their next pull or start; those that the model had
 * given up on try again when the longest back-off is over, as the kubelet would.
 */
export const changeImage: Planner<'image'> = (world, { image, behaviour }) => {
  if (world.scenario.kubelet.kind === 'fixed') return refuses('in the recorded world images behave as recorded');
  return does(() => {
    world.behaviours.set(image, behaviour);
    for (const pod of world.pods.values()) if (pod.nodeName !== '' && pod.deletedAt === null) tryAgain(world, pod, image);
  });
};

function tryAgain(world: World, pod: Pod, image: string): void {
  if (!machineOf(world, pod.nodeName).up) return;
  for (const [index, life] of (world.lives.get(pod.uid)?.containers ?? []).entries()) {
    const stuck = containerAt(pod, index)?.image === image ? gaveUp(life) : null;
    if (stuck === null) continue;
    // What was scheduled by an earlier change of the image is void.
    life.token++;
    scheduleStep(world, pod, index, longestBackoff, stuck === 'pulling' ? 'pullAgain' : 'restart');
  }
}
