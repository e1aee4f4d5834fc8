import { pop, push } from '../../base/priorityQueue.ts';
import type { Instant, Millis } from '../../kubernetes/objects/meta.ts';
import type { Machine } from '../world/machine.ts';
import type { World } from '../world/world.ts';

export function hasImage(machine: Machine, image: string): boolean {
  return machine.images.includes(image);
}

/** An image is there. Machines that get the same images in the same order share one list; pulls that are done are forgotten. */
export function keepImage(world: World, machine: Machine, image: string): void {
  const had = machine.images;
  if (machine.pulls.length > 0) machine.pulls = machine.pulls.filter(pull => pull.doneAt > world.now);
  if (had.includes(image)) return;
  const longer = world.imageLists.get(image) ?? new Map<readonly string[], readonly string[]>();
  world.imageLists.set(image, longer);
  machine.images = longer.get(had) ?? [...had, image];
  longer.set(had, machine.images);
}

/**
 * When the image will be there: pulls of one machine go one after the other (serializeImagePulls, the kubelet's default), and so do those of all machines
 * that the registry does not serve at once. Two pods that want the same image wait for the same pull.
 */
export function pullImage(world: World, machine: Machine, image: string, duration: Millis): Instant {
  const before = machine.pulls.length === 0 ? undefined : machine.pulls.find(pull => pull.image === image);
  if (before !== undefined && before.doneAt > world.now) return before.doneAt;
  const doneAt = served(world, Math.max(world.now, machine.pullsDoneAt), duration);
  machine.pullsDoneAt = doneAt;
  const pull = { image, doneAt };
  machine.pulls = machine.pulls.length === 0 ? [pull] : [...machine.pulls.filter(other => other !== before), pull];
  return doneAt;
}

/** When the registry is done with a pull that is asked for at `from`: it takes the one of its places that is free first. */
function served(world: World, from: Instant, duration: Millis): Instant {
  const { registryPulls } = world.scenario.assumptions;
  if (registryPulls <= 0) return from + duration;
  const { registry } = world;
  const freeAt = registry.items.length < registryPulls ? from : (pop(registry) ?? from);
  const doneAt = Math.max(from, freeAt) + duration;
  push(registry, doneAt);
  return doneAt;
}
