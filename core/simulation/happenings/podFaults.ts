import type { Pod } from '../../kubernetes/objects/pod.ts';
import { crash } from '../actors/containerEnd.ts';
import { failPod } from '../actors/podStatus.ts';
import type { PodTarget } from '../scenario.ts';
import { deletePod } from '../world/deletePod.ts';
import { lifeOf, type World } from '../world/world.ts';
import { does, type Plan, type Planner, refuses } from './happening.ts';

/** `kubectl delete pod`, with force: gone at once, whatever its kubelet does. */
export const deleteOnePod: Planner<'deletePod'> = (world, { pod: target, force }) =>
  withPod(world, target, force, pod => deletePod(world, pod, force));

/** The first container's process ends with an error. */
export const crashPod: Planner<'crashPod'> = (world, { pod: target }) =>
  withPod(world, target, false, pod => {
    if (pod.phase !== 'Running' || world.scenario.kubelet.kind === 'fixed') return;
    crash(world, pod, pod.spec.initContainers.length, 1);
  });

/** The kubelet evicts it under pressure: phase Failed, reason Evicted. */
export const evictPod: Planner<'evictPod'> = (world, { pod: target }) =>
  withPod(world, target, false, pod => {
    lifeOf(world, pod.uid).token++;
    failPod(world, pod, 'Evicted', 'The node was low on resource: memory.');
  });

/** Plans what is done to one pod. `terminating`: also to one that is being deleted. */
export function withPod(world: World, target: PodTarget, terminating: boolean, carryOut: (pod: Pod) => void): Plan {
  const pod = findPod(world, target, terminating);
  if (pod === undefined)
    return refuses('name' in target ? `pods "${target.name}" not found` : `there is no pod of ${target.daemonSet} on ${target.node}`);
  return does(() => carryOut(pod));
}

/** By its name; or the oldest pod of that DaemonSet on, or pinned to, that node. `terminating`: also one that is being deleted. */
function findPod(world: World, target: PodTarget, terminating: boolean): Pod | undefined {
  if ('name' in target) return world.pods.get(world.podUids.get(`${target.namespace}/${target.name}`) ?? '');
  const mine = [...world.pods.values()].filter(pod => isTarget(pod, target) && (terminating || pod.deletedAt === null));
  return mine.sort((a, b) => a.createdAt - b.createdAt)[0];
}

function isTarget(pod: Pod, target: { readonly namespace: string; readonly daemonSet: string; readonly node: string }): boolean {
  if ((pod.nodeName || pod.targetNode) !== target.node || pod.namespace !== target.namespace) return false;
  return pod.owner?.kind === 'DaemonSet' && pod.owner.name === target.daemonSet;
}
