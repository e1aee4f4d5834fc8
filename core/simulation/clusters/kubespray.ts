import type { Cluster } from '../scenario.ts';
import { controlPlaneLabel, controlPlaneTaint, nodes } from './makeNode.ts';
import { calicoNode, kubeProxy, nodeLocalDns } from './systemDaemonSets.ts';

/** A cluster as kubespray sets them up: three control-plane nodes and ten workers, calico and the node-local DNS cache on each. */
export function kubesprayCluster(): Cluster {
  return {
    name: 'kubespray, 3 + 10 nodes',
    nodes: [
      ...nodes('node', 3, (name, i) => ({
        name,
        labels: controlPlaneLabel,
        taints: [controlPlaneTaint],
        memory: '7Gi',
        ip: `10.10.1.${i + 1}`,
      })),
      ...nodes('worker', 10, (name, i) => ({ name, cpu: '7800m', memory: '30Gi', ip: `10.10.2.${i + 1}` })),
    ],
    daemonSets: [calicoNode, kubeProxy, nodeLocalDns],
    pods: [],
  };
}
