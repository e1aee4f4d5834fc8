import type { Cluster } from '../scenario.ts';
import { generateCluster, type Pool } from './generate.ts';

const zones = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'];
const spot = { key: 'node.example.com/spot', value: 'true', effect: 'NoSchedule' };
const gpu = { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' };
const virtual = { key: 'virtual-kubelet.io/provider', value: 'cloud', effect: 'NoSchedule' };
const windows = { key: 'os', value: 'windows', effect: 'NoSchedule' };

const pools: readonly Pool[] = [
  { name: 'general', count: 21, zones, shape: { cpu: '7910m', memory: '29Gi' } },
  {
    name: 'spot',
    count: 12,
    zones,
    shape: { cpu: '3920m', memory: '14Gi', taints: [spot], labels: { 'node.example.com/capacity': 'spot' } },
  },
  { name: 'arm', count: 6, zones, shape: { arch: 'arm64', cpu: '3920m', memory: '14Gi' } },
  {
    name: 'gpu',
    count: 4,
    zones,
    shape: {
      cpu: '15890m',
      memory: '58Gi',
      taints: [gpu],
      labels: { 'nvidia.com/gpu.present': 'true' },
      extended: { 'nvidia.com/gpu': '4' },
    },
  },
  { name: 'windows', count: 3, zones, shape: { os: 'windows', cpu: '3920m', memory: '14Gi', taints: [windows] } },
  {
    name: 'virtual',
    count: 1,
    zones,
    shape: { cpu: '10000', memory: '20Ti', pods: 10_000, taints: [virtual], labels: { type: 'virtual-kubelet' } },
  },
];

/** A managed cluster as clouds have them: pools for spot, arm64, GPU, Windows and virtual nodes beside the general one, in three zones. */
export function cloudCluster(): Cluster {
  return generateCluster('cloud, 47 nodes in 6 pools', 'eu-west-1', pools);
}
