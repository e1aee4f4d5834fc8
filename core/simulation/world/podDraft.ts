import type { Pod } from '../../kubernetes/objects/pod.ts';

/** The next version of a pod, which nobody has seen yet: it may still be changed. */
export type PodDraft = { -readonly [Field in keyof Pod]: Pod[Field] };

/**
 * A copy to change. Field by field, not by spreading: all pods of a world then have one shape in memory, which makes every read of a pod quick; copies
 * made by `{ ...pod }` in different places have different ones.
 */
export function draftOf(pod: Pod): PodDraft {
  return {
    namespace: pod.namespace,
    name: pod.name,
    uid: pod.uid,
    labels: pod.labels,
    annotations: pod.annotations,
    createdAt: pod.createdAt,
    deletedAt: pod.deletedAt,
    owner: pod.owner,
    resourceVersion: pod.resourceVersion,
    spec: pod.spec,
    tolerations: pod.tolerations,
    nodeName: pod.nodeName,
    targetNode: pod.targetNode,
    phase: pod.phase,
    reason: pod.reason,
    message: pod.message,
    ready: pod.ready,
    initContainerStatuses: pod.initContainerStatuses,
    containerStatuses: pod.containerStatuses,
    gracePeriodSeconds: pod.gracePeriodSeconds,
    podIp: pod.podIp,
  };
}
