import type { ValueSource } from '../valueSource.ts';

const wellKnown: readonly (readonly [string, string])[] = [
  ['node-role.kubernetes.io/control-plane', 'control-plane nodes'],
  ['node-role.kubernetes.io/master', 'control-plane nodes before 1.24'],
  ['CriticalAddonsOnly', 'nodes for critical add-ons'],
  ['node.kubernetes.io/not-ready', 'the node is not ready; DaemonSet pods tolerate it by themselves'],
  ['node.kubernetes.io/unreachable', 'the node is unreachable; DaemonSet pods tolerate it by themselves'],
  ['node.kubernetes.io/unschedulable', 'a cordoned node; DaemonSet pods tolerate it by themselves'],
  ['node.kubernetes.io/disk-pressure', 'DaemonSet pods tolerate it by themselves'],
  ['node.kubernetes.io/memory-pressure', 'DaemonSet pods tolerate it by themselves'],
  ['node.kubernetes.io/pid-pressure', 'DaemonSet pods tolerate it by themselves'],
  ['node.kubernetes.io/network-unavailable', 'tolerated by itself only with hostNetwork'],
  ['node.kubernetes.io/out-of-service', 'a node declared dead'],
  ['node.cloudprovider.kubernetes.io/uninitialized', 'a new node the cloud provider has not seen yet'],
  ['node.cilium.io/agent-not-ready', 'a node whose CNI agent is not up yet'],
  ['nvidia.com/gpu', 'GPU nodes'],
  ['ToBeDeletedByClusterAutoscaler', 'a node the autoscaler removes'],
];

/** Keys of well-known taints. */
export const taintKeys: ValueSource = ({ type, field }) =>
  type === 'Toleration' && field === 'key' ? wellKnown.map(([value, detail]) => ({ value, detail })) : [];
