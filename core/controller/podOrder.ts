import { compareNumbers, compareOrdinal } from '../base/compare.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';

/** Order in which pods of one node are kept: bound ones first, then older ones, then by name (podByCreationTimestampAndPhase). */
export function compareAge(a: Pod, b: Pod): number {
  const bound = Number(a.nodeName === '') - Number(b.nodeName === '');
  return bound || compareNumbers(a.createdAt, b.createdAt) || compareOrdinal(a.name, b.name);
}

/** The first pod in that order, or undefined. */
export function oldest(pods: readonly Pod[]): Pod | undefined {
  let first = pods[0];
  for (const pod of pods) if (first !== undefined && compareAge(pod, first) < 0) first = pod;
  return first;
}

/** Whether the pod has ended and is being deleted: it then no longer stands for its node (k/k #118587, 1.28). */
export function isFinishedAndGoing(pod: Pod): boolean {
  return pod.deletedAt !== null && (pod.phase === 'Failed' || pod.phase === 'Succeeded');
}

/** The node a pod belongs to: bound there, or pinned to it by the controller's affinity; empty when neither (such a pod is left alone). */
export function nodeOfPod(pod: Pod): string {
  return pod.nodeName !== '' ? pod.nodeName : pod.targetNode;
}
