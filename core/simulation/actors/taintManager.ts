import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Taint } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { tolerates } from '../../kubernetes/taints.ts';
import { deletePod } from '../world/deletePod.ts';
import type { PodLife } from '../world/podLife.ts';
import type { Task } from '../world/task.ts';
import { type Happened, machineOf, scheduleFor, type World } from '../world/world.ts';
import { emitAboutPod } from './emit.ts';

/**
 * Taint-based eviction (controller pkg/controller/tainteviction): a pod on a node with a NoExecute taint is deleted at once when it does not tolerate it,
 * and after the shortest tolerationSeconds when it does so for a time.
 *
 * Assumptions: taints are judged when they come and when a pod is bound; a taint that is gone by the time, or a pod that is, voids the eviction.
 * In the recorded world nobody evicts but the DaemonSet controller.
 */
export function taintManagerSees(world: World, happened: Happened): void {
  if (world.scenario.kubelet.kind === 'fixed' || happened.after === null) return;
  if (happened.kind === 'Node' && happened.before !== null && happened.after.taints !== happened.before.taints) {
    for (const life of machineOf(world, happened.after.name).pods) judge(world, life, happened.after.taints);
  } else if (happened.kind === 'Pod' && happened.life !== null && happened.after.nodeName !== '' && happened.before?.nodeName === '') {
    judge(world, happened.life, happened.life.machine?.node?.taints ?? []);
  }
}

function judge(world: World, life: PodLife, taints: readonly Taint[]): void {
  const delay = life.gone ? null : evictionDelay(life.pod, taints);
  if (delay !== null) scheduleFor(world, life, delay, 'taintEviction');
}

/** How long the pod may stay; null: as long as it likes. */
function evictionDelay(pod: Pod, taints: readonly Taint[]): Millis | null {
  let shortest: Millis | null = null;
  for (const taint of taints) {
    if (taint.effect !== 'NoExecute') continue;
    const seconds = toleratedSeconds(pod, taint);
    if (seconds !== null && (shortest === null || seconds * 1000 < shortest)) shortest = seconds * 1000;
  }
  return shortest;
}

/** 0: not tolerated; null: without end; else the shortest tolerationSeconds. */
function toleratedSeconds(pod: Pod, taint: Taint): number | null {
  const matching = pod.tolerations.filter(toleration => tolerates(toleration, taint));
  if (matching.length === 0) return 0;
  const limited = matching.flatMap(({ tolerationSeconds }) => (tolerationSeconds === null ? [] : [Math.max(0, tolerationSeconds)]));
  return limited.length === 0 ? null : Math.min(...limited);
}

/** Task `taintEviction`: deletes the pod, if a taint that it does not tolerate for ever is still there. */
export function evictByTaint(world: World, { life }: Task): void {
  if (life === null || life.gone || life.pod.deletedAt !== null) return;
  if (evictionDelay(life.pod, life.machine?.node?.taints ?? []) === null) return;
  emitAboutPod(world, 'taint-eviction-controller', life.pod, 'Normal', 'TaintManagerEviction', marking);
  deletePod(world, life);
}

const marking = (pod: Pod): string => `Marking for deletion Pod ${pod.namespace}/${pod.name}`;
