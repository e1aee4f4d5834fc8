import type { Node } from '../../kubernetes/objects/node.ts';

/** Labels by which clouds mark nodes without a machine: Virtual Kubelet (AKS virtual nodes and others), EKS Fargate. */
const marks: readonly (readonly [string, string])[] = [
  ['type', 'virtual-kubelet'],
  ['eks.amazonaws.com/compute-type', 'fargate'],
];

/** Whether no machine stands behind a node: what runs there is someone else's service, which takes no pods of DaemonSets. */
export function isVirtual({ labels }: Node): boolean {
  return marks.some(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}
