import { objectKey } from '../../kubernetes/objects/meta.ts';
import type { World } from './world.ts';

/** What is wrong with the inner state of a world, in words; empty: nothing. Tests call it after every event. */
export function brokenInvariants(world: World): readonly string[] {
  return [...indexFaults(world), ...waitingFaults(world), ...orderFaults(world)];
}

/** The look-up tables agree with the objects. */
function indexFaults(world: World): readonly string[] {
  const faults: string[] = [];
  let bound = 0;
  for (const pod of world.pods.values()) {
    if (world.podUids.get(objectKey(pod)) !== pod.uid) faults.push(`${objectKey(pod)} is not found by its name`);
    if (pod.nodeName === '') continue;
    bound++;
    if (world.machines.get(pod.nodeName)?.pods.includes(pod.uid) !== true) faults.push(`${objectKey(pod)} is not on its machine`);
  }
  const listed = [...world.machines.values()].reduce((sum, machine) => sum + machine.pods.length, 0);
  if (listed !== bound) faults.push(`machines list ${listed} pods, ${bound} are bound`);
  if (world.podUids.size !== world.pods.size) faults.push(`${world.podUids.size} names for ${world.pods.size} pods`);
  for (const uid of world.lives.keys()) if (!world.pods.has(uid)) faults.push(`${uid} is remembered after its end`);
  return faults;
}

/** An unbound pod waits for a change of its node, or has its turn with the scheduler to come. */
function waitingFaults(world: World): readonly string[] {
  const due = new Set(world.queue.items.filter(task => task.kind === 'bind').map(task => task.subject));
  return [...world.pods.values()]
    .filter(pod => pod.nodeName === '' && !due.has(pod.uid) && world.machines.get(pod.targetNode)?.waiting.includes(pod.uid) !== true)
    .map(pod => `${objectKey(pod)} is unbound and nobody looks at it`);
}

/** Nothing is due in the past, and nothing has been forgotten to be told. */
function orderFaults(world: World): readonly string[] {
  const late = world.queue.items.filter(task => task.at < world.now).map(task => `${task.kind} was due at ${task.at}`);
  return world.undelivered.length === 0 ? late : [...late, `${world.undelivered.length} changes are not delivered`];
}
