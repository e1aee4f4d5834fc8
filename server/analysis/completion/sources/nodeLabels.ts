import type { ValueSource } from '../valueSource.ts';

const wellKnown: readonly (readonly [string, string])[] = [
  ['kubernetes.io/os', 'operating system'],
  ['kubernetes.io/arch', 'processor architecture'],
  ['kubernetes.io/hostname', 'the node’s host name'],
  ['node-role.kubernetes.io/control-plane', 'control-plane nodes (empty value)'],
  ['topology.kubernetes.io/zone', 'zone'],
  ['topology.kubernetes.io/region', 'region'],
  ['node.kubernetes.io/instance-type', 'machine type'],
  ['node.kubernetes.io/windows-build', 'Windows build'],
  ['nvidia.com/gpu.present', 'GPU nodes, by the feature discovery'],
  ['karpenter.sh/capacity-type', 'spot or on-demand'],
  ['eks.amazonaws.com/nodegroup', 'node group'],
  ['cloud.google.com/gke-nodepool', 'node pool'],
  ['kubernetes.azure.com/agentpool', 'agent pool'],
];

const values: { readonly [key: string]: readonly string[] } = {
  'kubernetes.io/os': ['linux', 'windows'],
  'kubernetes.io/arch': ['amd64', 'arm64', 's390x', 'ppc64le'],
  'nvidia.com/gpu.present': ['"true"'],
  'karpenter.sh/capacity-type': ['spot', 'on-demand'],
};

/** Keys of well-known node labels: in nodeSelector, node affinity, topology keys. */
export const nodeLabelKeys: ValueSource = ({ type, field, path }) => {
  const asked =
    (type === 'PodSpec' && field === 'nodeSelector' && path.at(-1) === 'nodeSelector') ||
    (type === 'NodeSelectorRequirement' && field === 'key') ||
    field === 'topologyKey';
  return asked ? wellKnown.map(([value, detail]) => ({ value, detail })) : [];
};

/** Values of well-known node labels. */
export const nodeLabelValues: ValueSource = ({ type, field, path, manifest }) => {
  if (type === 'PodSpec' && field === 'nodeSelector') return (values[String(path.at(-1))] ?? []).map(value => ({ value }));
  if (type !== 'NodeSelectorRequirement' || field !== 'values') return [];
  const key = keyOfRequirement(manifest(), path);
  return (values[key] ?? []).map(value => ({ value }));
};

function keyOfRequirement(manifest: object, path: readonly (string | number)[]): string {
  let here: unknown = manifest;
  for (const step of [...path.slice(0, -2), 'key'])
    here = typeof here === 'object' && here !== null ? Object.entries(here).find(entry => entry[0] === String(step))?.[1] : undefined;
  return typeof here === 'string' ? here : '';
}
