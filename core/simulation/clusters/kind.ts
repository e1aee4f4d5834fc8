import type { Cluster } from '../scenario.ts';
import { controlPlaneLabel, controlPlaneTaint, makeNode, nodes } from './makeNode.ts';
import { kindnet, kubeProxy } from './systemDaemonSets.ts';

/** Kubernetes in Docker on a laptop: one control-plane node and two workers. */
export function kindCluster(): Cluster {
  const osImage = 'Debian GNU/Linux 12 (bookworm)';
  return {
    name: 'kind, 1 + 2 nodes',
    nodes: [
      makeNode({ name: 'kind-control-plane', labels: controlPlaneLabel, taints: [controlPlaneTaint], cpu: '8', ip: '172.18.0.2', osImage }),
      ...nodes('kind-worker', 2, (name, i) => ({ name, cpu: '8', ip: `172.18.0.${3 + i}`, osImage })),
    ],
    daemonSets: [kindnet, kubeProxy],
    pods: [],
  };
}
