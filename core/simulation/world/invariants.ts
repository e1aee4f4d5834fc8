import { objectKey } from '../../kubernetes/objects/meta.ts';
import { lifeNamed, livesOf, type World } from './world.ts';

/** What is wrong with the inner state of a world, in words; empty: nothing. Tests call it after every event. */
export function brokenInvariants(world: World): readonly string[] {
  return [...indexFaults(world), ...waitingFaults(world), ...orderFaults(world)];
}

/** The look-up tables agree with the objects. */
function indexFaults(world: World): readonly string[] {
  const faults: string[] = [];
  let bound = 0;
  for (const life of livesOf(world)) {
    const { pod, machine } = life;
    if (life.gone) faults.push(`${objectKey(pod)} is remembered after its end`);
    if (lifeNamed(world, pod.namespace, pod.name) !== life) faults.push(`${objectKey(pod)} is not found by its name`);
    if ((machine?.name ?? '') !== pod.nodeName) faults.push(`${objectKey(pod)} is on another machine`);
    if (machine === null) continue;
    bound++;
    if (!machine.pods.includes(life)) faults.push(`${objectKey(pod)} is not on its machine`);
  }
  const listed = [...world.machines.values()].reduce((sum, machine) => sum + machine.pods.length, 0);
  if (listed !== bound) faults.push(`machines list ${listed} pods, ${bound} are bound`);
  for (const { name, node } of world.machines.values())
    if (node !== (world.nodes.get(name) ?? null)) faults.push(`${name} has another node`);
  return faults;
}

/** An unbound pod waits for a change of its node, or has its turn with the scheduler to come. */
function waitingFaults(world: World): readonly string[] {
  const due = new Set(world.queue.items.filter(task => task.kind === 'bind').map(task => task.life));
  return livesOf(world)
    .filter(life => life.machine === null && !due.has(life) && world.machines.get(life.pod.targetNode)?.waiting.includes(life) !== true)
    .map(({ pod }) => `${objectKey(pod)} is unbound and nobody looks at it`);
}

/** Nothing is due in the past, and nothing has been forgotten to be told. */
function orderFaults(world: World): readonly string[] {
  const late = world.queue.items.filter(task => task.at < world.now).map(task => `${task.kind} was due at ${task.at}`);
  return world.undelivered.length === 0 ? late : [...late, `${world.undelivered.length} changes are not delivered`];
}
