import { pop, push } from '../../base/priorityQueue.ts';
import type { Instant, Millis } from '../../kubernetes/objects/meta.ts';
import type { Machine } from '../world/machine.ts';
import type { World } from '../world/world.ts';

export function hasImage(world: World, machine: Machine, image: string): boolean {
  return world.images.get(image)?.has(machine.name) === true;
}

export function keepImage(world: World, machine: Machine, image: string): void {
  let holders = world.images.get(image);
  if (holders === undefined) {
    holders = new Set();
    world.images.set(image, holders);
  }
  holders.add(machine.name);
}

/**
 * When the image will be there: pulls of one machine go one after the other (serializeImagePulls, the kubelet's default), and so do those of all machines
 * that the registry does not serve at once. Two pods that want the same image wait for the same pull.
 */
export function pullImage(world: World, machine: Machine, image: string, duration: Millis): Instant {
  machine.pulls ??= new Map();
  const running = machine.pulls.get(image);
  if (running !== undefined && running > world.now) return running;
  const doneAt = served(world, Math.max(world.now, machine.pullsDoneAt), duration);
  machine.pullsDoneAt = doneAt;
  machine.pulls.set(image, doneAt);
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
