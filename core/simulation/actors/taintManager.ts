import type { Change } from '../../controller/change.ts';
import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Taint } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { tolerates } from '../../kubernetes/taints.ts';
import { deletePod } from '../world/deletePod.ts';
import type { Task } from '../world/task.ts';
import { machineOf, schedule, type World } from '../world/world.ts';
import { emitAboutPod } from './emit.ts';

/**
 * Taint-based eviction (controller pkg/controller/tainteviction): a pod on a node with a NoExecute taint is deleted at once when it does not tolerate it,
 * and after the shortest tolerationSeconds when it does so for a time.
 *
 * Assumptions: taints are judged when they come and when a pod is bound; a taint that is gone by the time, or a pod that is, voids the eviction.
 * In the recorded world nobody evicts but the DaemonSet controller.
 */
export function taintManagerSees(world: World, change: Change): void {
  if (world.scenario.kubelet.kind === 'fixed') return;
  if (change.kind === 'Node' && change.after !== null && change.before !== null && change.after.taints !== change.before.taints) {
    for (const uid of machineOf(world, change.after.name).pods) judge(world, uid, change.after.taints);
  } else if (change.kind === 'Pod' && change.after !== null && change.after.nodeName !== '' && change.before?.nodeName === '') {
    judge(world, change.after.uid, world.nodes.get(change.after.nodeName)?.taints ?? []);
  }
}

function judge(world: World, uid: string, taints: readonly Taint[]): void {
  const pod = world.pods.get(uid);
  const delay = pod === undefined ? null : evictionDelay(pod, taints);
  if (delay !== null) schedule(world, delay, 'taintEviction', uid);
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
export function evictByTaint(world: World, task: Task): void {
  const pod = world.pods.get(task.subject);
  if (pod === undefined || pod.deletedAt !== null) return;
  if (evictionDelay(pod, world.nodes.get(pod.nodeName)?.taints ?? []) === null) return;
  emitAboutPod(world, 'taint-eviction-controller', pod, 'Normal', 'TaintManagerEviction', () => {
    return `Marking for deletion Pod ${pod.namespace}/${pod.name}`;
  });
  deletePod(world, pod);
}
