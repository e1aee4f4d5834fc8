import type { NewPod } from '../../controller/api.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { Toleration } from '../../kubernetes/objects/podTemplate.ts';
import { daemonPodTolerations } from '../../kubernetes/taints.ts';
import type { PodDraft } from './podDraft.ts';
import { newPodName } from './podNames.ts';
import { nextResourceVersion, nextUid, type World, wholeSeconds } from './world.ts';

/** The pod that the API server makes of the controller's request: Pending, without conditions, with a name, a uid and its time. In the shape of podDraft.ts. */
export function newPod(world: World, { daemonSet, targetNode, labels }: NewPod): PodDraft {
  const spec = daemonSet.spec.template.spec;
  return {
    namespace: daemonSet.namespace,
    name: newPodName(world, daemonSet.namespace, daemonSet.name),
    uid: nextUid(world),
    labels,
    annotations: daemonSet.spec.template.annotations,
    createdAt: wholeSeconds(world.now),
    deletedAt: null,
    owner: ownerOf(world, daemonSet),
    resourceVersion: nextResourceVersion(world),
    spec,
    tolerations: tolerationsOf(world, daemonSet),
    nodeName: spec.nodeName,
    targetNode,
    phase: 'Pending',
    reason: '',
    message: '',
    ready: null,
    initContainerStatuses: none,
    containerStatuses: none,
    gracePeriodSeconds: 0,
    podIp: '',
  };
}

const none: readonly never[] = [];

/** One owner reference for all pods of a DaemonSet. */
function ownerOf(world: World, daemonSet: DaemonSet): NonNullable<Pod['owner']> {
  let owner = world.owners.get(daemonSet.uid);
  if (owner === undefined) {
    owner = { kind: 'DaemonSet', name: daemonSet.name, uid: daemonSet.uid };
    world.owners.set(daemonSet.uid, owner);
  }
  return owner;
}

/** One list of tolerations for all pods of a template. */
function tolerationsOf(world: World, daemonSet: DaemonSet): readonly Toleration[] {
  const spec = daemonSet.spec.template.spec;
  let tolerations = world.tolerations.get(spec);
  if (tolerations === undefined) {
    tolerations = daemonPodTolerations(spec);
    world.tolerations.set(spec, tolerations);
  }
  return tolerations;
}
