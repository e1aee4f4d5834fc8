import { containerAt, scheduleStep } from '../actors/containerStep.ts';
import { gaveUp, longestBackoff, type PodLife } from '../world/podLife.ts';
import { livesOf, type World } from '../world/world.ts';
import { does, type Planner, refuses } from './happening.ts';

/**
 * A registry loses or gets an image, an application begins or ceases to crash. Containers feel it at their next pull or start; those that the model had
 * given up on try again when the longest back-off is over, as the kubelet would.
 */
export const changeImage: Planner<'image'> = (world, { image, behaviour }) => {
  if (world.scenario.kubelet.kind === 'fixed') return refuses('in the recorded world images behave as recorded');
  return does(() => {
    world.behaviours.set(image, behaviour);
    for (const life of livesOf(world)) if (life.pod.deletedAt === null) tryAgain(world, life, image);
  });
};

function tryAgain(world: World, life: PodLife, image: string): void {
  if (life.machine?.up !== true) return;
  for (const [index, container] of life.containers.entries()) {
    const stuck = containerAt(life.pod, index)?.image === image ? gaveUp(container) : null;
    if (stuck === null) continue;
    // What was scheduled by an earlier change of the image is void.
    container.token++;
    scheduleStep(world, life, index, longestBackoff, stuck === 'pulling' ? 'pullAgain' : 'restart');
  }
}
