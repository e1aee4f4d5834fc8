import type { Cluster } from '../scenario.ts';
import { controlPlaneLabel, controlPlaneTaint, nodes } from './makeNode.ts';
import { calicoNode, kubeProxy, nodeLocalDns } from './systemDaemonSets.ts';

/** The tutorial's cluster: three control-plane nodes with the usual taint, two workers, and three DaemonSets on all five. */
export function tutorialCluster(): Cluster {
  return {
    name: 'tutorial, 3 + 2 nodes',
    nodes: [
      ...nodes('master', 3, (name, i) => ({
        name,
        labels: controlPlaneLabel,
        taints: [controlPlaneTaint],
        memory: '7Gi',
        ip: `192.168.10.${11 + i}`,
      })),
      ...nodes('worker', 2, (name, i) => ({ name, ip: `192.168.10.${21 + i}` })),
    ],
    daemonSets: [calicoNode, kubeProxy, nodeLocalDns],
    pods: [],
  };
}
