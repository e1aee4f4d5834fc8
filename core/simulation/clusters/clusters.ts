import type { Cluster } from '../scenario.ts';
import { aksCluster } from './aks.ts';
import { eksCluster } from './eks.ts';
import { plainCluster } from './generate.ts';
import { gkeCluster } from './gke.ts';
import { kindCluster } from './kind.ts';
import { kubesprayCluster } from './kubespray.ts';
import { tutorialCluster } from './tutorial.ts';

/** A cluster that needs no file. */
export interface BuiltInCluster {
  /** What settings and flags call it: `tutorial`. */
  readonly name: string;
  /** One line for a list of choices. */
  readonly description: string;
  readonly make: () => Cluster;
}

/** All of them, in the order in which they are offered; the first is the default. */
export const builtInClusters: readonly BuiltInCluster[] = [
  { name: 'tutorial', description: '3 control-plane nodes and 2 workers, with calico, kube-proxy and nodelocaldns', make: tutorialCluster },
  { name: 'kind', description: 'Kubernetes in Docker: 1 control-plane node and 2 workers', make: kindCluster },
  {
    name: 'kubespray',
    description: '3 control-plane nodes and 10 workers, with calico, kube-proxy and nodelocaldns',
    make: kubesprayCluster,
  },
  { name: 'gke', description: 'like Google Kubernetes Engine: 37 nodes in 3 zones; default, spot, arm64 and GPU pools', make: gkeCluster },
  { name: 'eks', description: 'like Amazon EKS: 46 nodes in 3 zones; general, spot, Graviton and GPU groups, Fargate', make: eksCluster },
  {
    name: 'aks',
    description: 'like Azure AKS: 35 nodes in 3 zones; system, user, spot and Windows pools, a virtual node',
    make: aksCluster,
  },
  { name: '100-nodes', description: '100 Linux nodes in 3 zones', make: () => plainCluster(100) },
  { name: '1000-nodes', description: '1,000 Linux nodes in 3 zones', make: () => plainCluster(1000) },
  { name: '5000-nodes', description: '5,000 Linux nodes in 3 zones, as many as Kubernetes supports', make: () => plainCluster(5000) },
];
