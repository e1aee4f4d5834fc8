import type { Cluster } from '../scenario.ts';
import { generateCluster, type Pool } from './generate.ts';
import { systemDaemonSet } from './systemDaemonSets.ts';

const zones = ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'];
const osImage = 'Container-Optimized OS from Google';
const pool = (name: string): Readonly<Record<string, string>> => ({ 'cloud.google.com/gke-nodepool': name });
const spot = { 'cloud.google.com/gke-spot': 'true' };
const gpu = { 'cloud.google.com/gke-accelerator': 'nvidia-l4' };

const pools: readonly Pool[] = [
  { name: 'gke-default-pool', count: 15, zones, shape: { cpu: '3920m', memory: '13Gi', osImage, labels: pool('default-pool') } },
  {
    name: 'gke-spot-pool',
    count: 12,
    zones,
    shape: {
      ...{ cpu: '3920m', memory: '13Gi', osImage, labels: { ...pool('spot-pool'), ...spot } },
      taints: [{ key: 'cloud.google.com/gke-spot', value: 'true', effect: 'NoSchedule' }],
    },
  },
  {
    name: 'gke-arm-pool',
    count: 6,
    zones,
    shape: {
      ...{ arch: 'arm64', cpu: '3920m', memory: '13Gi', osImage, labels: pool('arm-pool') },
      taints: [{ key: 'kubernetes.io/arch', value: 'arm64', effect: 'NoSchedule' }],
    },
  },
  {
    name: 'gke-gpu-pool',
    count: 4,
    zones,
    shape: {
      ...{ cpu: '15890m', memory: '58Gi', osImage, labels: { ...pool('gpu-pool'), ...gpu }, extended: { 'nvidia.com/gpu': '1' } },
      taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
    },
  },
];

const gkeMetadataServer = systemDaemonSet({
  ...{
    name: 'gke-metadata-server',
    label: 'gke-metadata-server',
    image: 'gke.gcr.io/gke-metadata-server:0.4.300',
    cpu: '100m',
    memory: '100Mi',
  },
  nodeSelector: { 'kubernetes.io/os': 'linux' },
});
const pdcsiNode = systemDaemonSet({
  ...{
    name: 'pdcsi-node',
    label: 'gcp-compute-persistent-disk-csi-driver',
    image: 'gke.gcr.io/gcp-compute-persistent-disk-csi-driver:v1.22.3',
  },
  ...{ nodeSelector: { 'kubernetes.io/os': 'linux' }, cpu: '10m', memory: '20Mi' },
});

/** A cluster as Google Kubernetes Engine makes them: a default pool, spot, arm64 and GPU nodes with the taints GKE gives them, in three zones. */
export function gkeCluster(): Cluster {
  return generateCluster('GKE-like, 37 nodes in 4 pools', 'europe-west1', pools, [gkeMetadataServer, pdcsiNode]);
}
