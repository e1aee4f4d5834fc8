import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { PodSpec } from '../../kubernetes/objects/podTemplate.ts';

const spec: PodSpec = {
  nodeName: '',
  nodeSelector: {},
  requiredNodeAffinity: null,
  tolerations: [],
  hostNetwork: false,
  priorityClassName: '',
  priority: 0,
  terminationGracePeriodSeconds: 0,
  initContainers: [],
  containers: [],
  readinessGates: [],
};

/** What the life of a pod has as its object once everyone has been told that it is gone: memory of the pod itself is let go of. */
export const nobody: Pod = {
  namespace: '',
  name: '',
  uid: '',
  labels: {},
  annotations: {},
  createdAt: 0,
  deletedAt: null,
  owner: null,
  resourceVersion: 0,
  spec,
  tolerations: [],
  nodeName: '',
  targetNode: '',
  phase: 'Failed',
  reason: '',
  message: '',
  ready: null,
  initContainerStatuses: [],
  containerStatuses: [],
  gracePeriodSeconds: 0,
  podIp: '',
};
