import type { JsonObject } from '../../base/json.ts';

/** A DaemonSet of the system: on every node that its selector takes, whatever the taints. */
interface SystemDaemonSet {
  readonly name: string;
  readonly label: string;
  readonly image: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly cpu?: string;
  readonly memory?: string;
  readonly priorityClassName?: string;
  /** Clouds keep their own DaemonSets off nodes without a machine. */
  readonly notVirtual?: boolean;
}

export function systemDaemonSet(shape: SystemDaemonSet): JsonObject {
  const requests = {
    ...(shape.cpu === undefined ? {} : { cpu: shape.cpu }),
    ...(shape.memory === undefined ? {} : { memory: shape.memory }),
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: shape.name, namespace: 'kube-system', labels: { 'k8s-app': shape.label } },
    spec: {
      selector: { matchLabels: { 'k8s-app': shape.label } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels: { 'k8s-app': shape.label } },
        spec: {
          ...(shape.nodeSelector === undefined ? {} : { nodeSelector: { ...shape.nodeSelector } }),
          ...(shape.notVirtual === true ? { affinity: machinesOnly } : {}),
          hostNetwork: true,
          priorityClassName: shape.priorityClassName ?? 'system-node-critical',
          tolerations: [{ operator: 'Exists' }],
          containers: [{ name: shape.name, image: shape.image, resources: { requests } }],
        },
      },
    },
  };
}

const machinesOnly: JsonObject = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
            { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
          ],
        },
      ],
    },
  },
};

const linux = { 'kubernetes.io/os': 'linux' };

export const kubeProxy = systemDaemonSet({
  name: 'kube-proxy',
  label: 'kube-proxy',
  image: 'registry.k8s.io/kube-proxy:v1.36.3',
  nodeSelector: linux,
});

export const calicoNode = systemDaemonSet({ name: 'calico-node', label: 'calico-node', image: 'quay.io/calico/node:v3.29.1', cpu: '150m' });

export const nodeLocalDns = systemDaemonSet({
  name: 'nodelocaldns',
  label: 'node-local-dns',
  image: 'registry.k8s.io/dns/k8s-dns-node-cache:1.25.0',
  cpu: '100m',
  memory: '70Mi',
  priorityClassName: 'system-cluster-critical',
});

export const kindnet = systemDaemonSet({
  name: 'kindnet',
  label: 'kindnet',
  image: 'docker.io/kindest/kindnetd:v20250512-df8de77b',
  nodeSelector: linux,
  cpu: '100m',
  memory: '50Mi',
});
