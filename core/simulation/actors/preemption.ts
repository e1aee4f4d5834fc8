import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { deletePod } from '../world/deletePod.ts';
import type { PodLife } from '../world/podLife.ts';
import { machineOf, type World } from '../world/world.ts';
import { emitAboutPod } from './emit.ts';
import { refusal } from './fits.ts';

/**
 * Makes room for a pod that has found none (scheduler DefaultPreemption): pods of strictly lower priority on its node are deleted, the least important
 * first, as few as needed. Returns whether there is, or will be, room.
 *
 * Assumptions: disruption budgets only order victims, so they are left out; a pod that is being deleted already makes its room.
 */
export function preempt(world: World, pod: Pod, node: Node): boolean {
  const victims = victimsFor(world, pod, node);
  if (victims === null) return false;
  for (const victim of victims) {
    if (victim.pod.deletedAt !== null) continue;
    emitAboutPod(world, 'default-scheduler', victim.pod, 'Normal', 'Preempted', () => {
      return `Preempted by pod ${pod.uid} on node ${node.name}`;
    });
    deletePod(world, victim);
  }
  return true;
}

function victimsFor(world: World, pod: Pod, node: Node): readonly PodLife[] | null {
  const { pods } = machineOf(world, node.name);
  const candidates = pods
    .filter(other => other.pod.spec.priority < pod.spec.priority)
    .sort((a, b) => a.pod.spec.priority - b.pod.spec.priority || b.pod.createdAt - a.pod.createdAt);
  const gone = new Set<PodLife>();
  const fits = (): boolean => {
    const others = pods.filter(other => !gone.has(other));
    return refusal(world, pod, node, others) === null;
  };
  for (const candidate of candidates) {
    gone.add(candidate);
    if (fits()) return needed(candidates, gone, fits);
  }
  return null;
}

/** Spares whom it can, the most important first (the scheduler's reprieve). */
function needed(candidates: readonly PodLife[], gone: Set<PodLife>, fits: () => boolean): readonly PodLife[] {
  for (const candidate of candidates.filter(life => gone.has(life)).reverse()) {
    gone.delete(candidate);
    if (!fits()) gone.add(candidate);
  }
  return candidates.filter(life => gone.has(life));
}
