import type { NewPod } from '../../controller/api.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { daemonPodTolerations } from '../../kubernetes/taints.ts';
import { draftOf, type PodDraft } from './podDraft.ts';
import { newPodName } from './podNames.ts';
import { nextResourceVersion, nextUid, type World, wholeSeconds } from './world.ts';

/** The pod that the API server makes of the controller's request: Pending, without conditions, with a name, a uid and its time. */
export function newPod(world: World, { daemonSet, targetNode, labels }: NewPod): PodDraft {
  const pod = draftOf(podModel(world, daemonSet));
  pod.name = newPodName(world, daemonSet.namespace, daemonSet.name);
  pod.uid = nextUid(world);
  pod.labels = labels;
  pod.createdAt = wholeSeconds(world.now);
  pod.resourceVersion = nextResourceVersion(world);
  pod.targetNode = targetNode;
  return pod;
}

/** What all new pods of a DaemonSet's template share; without name, uid, labels, node and times. */
export function podModel(world: World, daemonSet: DaemonSet): Pod {
  const { template } = daemonSet.spec;
  const known = world.podModels.get(daemonSet.uid);
  if (known?.spec === template.spec && known.annotations === template.annotations) return known;
  const model = createModel(daemonSet);
  world.podModels.set(daemonSet.uid, model);
  return model;
}

function createModel({ namespace, name, uid, spec: { template } }: DaemonSet): Pod {
  return {
    namespace,
    name: '',
    uid: '',
    labels: {},
    annotations: template.annotations,
    createdAt: 0,
    deletedAt: null,
    owner: { kind: 'DaemonSet', name, uid },
    resourceVersion: 0,
    spec: template.spec,
    tolerations: daemonPodTolerations(template.spec),
    nodeName: template.spec.nodeName,
    targetNode: '',
    phase: 'Pending',
    reason: '',
    message: '',
    ready: null,
    initContainerStatuses: [],
    containerStatuses: [],
    gracePeriodSeconds: 0,
    podIp: '',
  };
}
