import type { Cluster } from '../scenario.ts';
import { generateCluster, type Pool } from './generate.ts';
import { systemDaemonSet } from './systemDaemonSets.ts';

const zones = ['westeurope-1', 'westeurope-2', 'westeurope-3'];
const osImage = 'Ubuntu 24.04.2 LTS';
const pool = (name: string, mode: 'system' | 'user'): Readonly<Record<string, string>> => ({
  'kubernetes.azure.com/agentpool': name,
  'kubernetes.azure.com/mode': mode,
});

const pools: readonly Pool[] = [
  {
    name: 'aks-system',
    count: 3,
    zones,
    shape: {
      ...{ cpu: '3860m', memory: '12Gi', osImage, labels: pool('system', 'system') },
      taints: [{ key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' }],
    },
  },
  { name: 'aks-user', count: 18, zones, shape: { cpu: '7820m', memory: '28Gi', osImage, labels: pool('user', 'user') } },
  {
    name: 'aks-spot',
    count: 9,
    zones,
    shape: {
      ...{ cpu: '3860m', memory: '12Gi', osImage },
      labels: { ...pool('spot', 'user'), 'kubernetes.azure.com/scalesetpriority': 'spot' },
      taints: [{ key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' }],
    },
  },
  { name: 'akswin', count: 4, zones, shape: { os: 'windows', cpu: '3860m', memory: '12Gi', labels: pool('win', 'user') } },
  {
    name: 'virtual-node-aci-linux',
    count: 1,
    zones: [],
    shape: {
      ...{ cpu: '10000', memory: '4Ti', pods: 5_000, labels: { type: 'virtual-kubelet' } },
      taints: [{ key: 'virtual-kubelet.io/provider', value: 'azure', effect: 'NoSchedule' }],
    },
  },
];

const kubeProxy = systemDaemonSet({
  ...{ name: 'kube-proxy', label: 'kube-proxy', image: 'mcr.microsoft.com/oss/kubernetes/kube-proxy:v1.36.3', cpu: '100m' },
  ...{ nodeSelector: { 'kubernetes.io/os': 'linux' }, notVirtual: true },
});
const cloudNodeManager = systemDaemonSet({
  ...{
    name: 'cloud-node-manager',
    label: 'cloud-node-manager',
    image: 'mcr.microsoft.com/oss/kubernetes/azure-cloud-node-manager:v1.36.0',
  },
  ...{ nodeSelector: { 'kubernetes.io/os': 'linux' }, cpu: '50m', memory: '50Mi', notVirtual: true },
});

/** A cluster as Azure's AKS makes them: a tainted system pool, user, spot and Windows pools, and a virtual node, which runs no pods of DaemonSets. */
export function aksCluster(): Cluster {
  return generateCluster('AKS-like, 35 nodes in 5 pools', 'westeurope', pools, [kubeProxy, cloudNodeManager]);
}
