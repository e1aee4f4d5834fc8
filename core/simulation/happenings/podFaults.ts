import type { Pod } from '../../kubernetes/objects/pod.ts';
import { crash } from '../actors/containerEnd.ts';
import { failPod } from '../actors/podStatus.ts';
import type { PodTarget } from '../scenario.ts';
import { deletePod } from '../world/deletePod.ts';
import type { PodLife } from '../world/podLife.ts';
import { lifeNamed, livesOf, type World } from '../world/world.ts';
import { does, type Plan, type Planner, refuses } from './happening.ts';

/** `kubectl delete pod`, with force: gone at once, whatever its kubelet does. */
export const deleteOnePod: Planner<'deletePod'> = (world, { pod: target, force }) =>
  withPod(world, target, force, life => deletePod(world, life, force));

/** The first container's process ends with an error. */
export const crashPod: Planner<'crashPod'> = (world, { pod: target }) =>
  withPod(world, target, false, life => {
    if (life.pod.phase !== 'Running' || world.scenario.kubelet.kind === 'fixed') return;
    crash(world, life, life.pod.spec.initContainers.length, 1);
  });

/** The kubelet evicts it under pressure: phase Failed, reason Evicted. */
export const evictPod: Planner<'evictPod'> = (world, { pod: target }) =>
  withPod(world, target, false, life => {
    life.token++;
    failPod(world, life, 'Evicted', 'The node was low on resource: memory.');
  });

/** Plans what is done to one pod. `terminating`: also to one that is being deleted. */
export function withPod(world: World, target: PodTarget, terminating: boolean, carryOut: (life: PodLife) => void): Plan {
  const life = findPod(world, target, terminating);
  if (life === undefined)
    return refuses('name' in target ? `pods "${target.name}" not found` : `there is no pod of ${target.daemonSet} on ${target.node}`);
  return does(() => carryOut(life));
}

/** By its name; or the oldest pod of that DaemonSet on, or pinned to, that node. `terminating`: also one that is being deleted. */
function findPod(world: World, target: PodTarget, terminating: boolean): PodLife | undefined {
  if ('name' in target) return lifeNamed(world, target.namespace, target.name);
  const mine = livesOf(world).filter(({ pod }) => isTarget(pod, target) && (terminating || pod.deletedAt === null));
  return mine.sort((a, b) => a.pod.createdAt - b.pod.createdAt)[0];
}

function isTarget(pod: Pod, target: { readonly namespace: string; readonly daemonSet: string; readonly node: string }): boolean {
  if ((pod.nodeName || pod.targetNode) !== target.node || pod.namespace !== target.namespace) return false;
  return pod.owner?.kind === 'DaemonSet' && pod.owner.name === target.daemonSet;
}
