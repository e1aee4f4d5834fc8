import type { Cluster } from '../scenario.ts';
import { generateCluster, type Pool } from './generate.ts';
import { systemDaemonSet } from './systemDaemonSets.ts';

const zones = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'];
const osImage = 'Amazon Linux 2023';
const group = (name: string, capacity = 'ON_DEMAND'): Readonly<Record<string, string>> => ({
  'eks.amazonaws.com/nodegroup': name,
  'eks.amazonaws.com/capacityType': capacity,
});

const pools: readonly Pool[] = [
  { name: 'ng-general', count: 21, zones, shape: { cpu: '7910m', memory: '29Gi', pods: 58, osImage, labels: group('general') } },
  { name: 'ng-spot', count: 12, zones, shape: { cpu: '3920m', memory: '14Gi', pods: 58, osImage, labels: group('spot', 'SPOT') } },
  {
    name: 'ng-graviton',
    count: 6,
    zones,
    shape: { arch: 'arm64', cpu: '3920m', memory: '14Gi', pods: 58, osImage, labels: group('graviton') },
  },
  {
    name: 'ng-gpu',
    count: 4,
    zones,
    shape: {
      ...{ cpu: '15890m', memory: '58Gi', pods: 58, osImage, labels: group('gpu'), extended: { 'nvidia.com/gpu': '4' } },
      taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }],
    },
  },
  {
    name: 'fargate',
    count: 3,
    zones,
    shape: {
      ...{ cpu: '2', memory: '8Gi', pods: 1, osImage, labels: { 'eks.amazonaws.com/compute-type': 'fargate' } },
      taints: [{ key: 'eks.amazonaws.com/compute-type', value: 'fargate', effect: 'NoSchedule' }],
    },
  },
];

const awsNode = systemDaemonSet({
  ...{ name: 'aws-node', label: 'aws-node', image: 'amazon-k8s-cni:v1.20.4', cpu: '50m', notVirtual: true },
});
const kubeProxy = systemDaemonSet({
  ...{ name: 'kube-proxy', label: 'kube-proxy', image: 'eks/kube-proxy:v1.36.3', cpu: '100m', notVirtual: true },
});

/** A cluster as Amazon's EKS makes them: managed node groups on demand, spot, Graviton and GPU, and Fargate nodes, which run no pods of DaemonSets. */
export function eksCluster(): Cluster {
  return generateCluster('EKS-like, 46 nodes in 5 groups', 'eu-west-1', pools, [awsNode, kubeProxy]);
}
