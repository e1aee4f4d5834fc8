import type { ValueRequest, ValueSource } from '../valueSource.ts';

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

/** What pods are spread over or kept together in: likeliest first. */
const topologies = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'topology.kubernetes.io/region'];

const values: { readonly [key: string]: readonly string[] } = {
  'kubernetes.io/os': ['linux', 'windows'],
  'kubernetes.io/arch': ['amd64', 'arm64', 's390x', 'ppc64le'],
  'nvidia.com/gpu.present': ['true'],
  'karpenter.sh/capacity-type': ['spot', 'on-demand'],
  'node-role.kubernetes.io/control-plane': [''],
};

/** Keys of well-known node labels. */
export const nodeLabelKeys: ValueSource = request => {
  if (!labelAsked(request)) return [];
  const first = request.field === 'topologyKey' ? topologies : [];
  return [...wellKnown]
    .sort(([a], [b]) => Number(first.includes(b)) - Number(first.includes(a)))
    .map(([value, detail]) => ({ value, detail }));
};

/** A node has one field that can be selected by: its name. */
export const nodeFields: ValueSource = ({ type, field, path, nodes }) => {
  if (type !== 'NodeSelectorRequirement' || !path.includes('matchFields')) return [];
  if (field === 'key') return [{ value: 'metadata.name', detail: 'the node’s name' }];
  return field === 'values' ? (nodes ?? []).slice(0, mostNames).map(node => ({ value: node.name })) : [];
};

const mostNames = 40;

/** Values of well-known node labels. */
export const nodeLabelValues: ValueSource = request => {
  const key = labelKeyOfValue(request);
  return key !== null && Object.hasOwn(values, key) ? (values[key] ?? []).map(value => ({ value })) : [];
};

/** Whether the key of a node label is asked for: in nodeSelector, node affinity, topology keys. */
export function labelAsked({ type, field, path }: ValueRequest): boolean {
  return (
    (type === 'PodSpec' && field === 'nodeSelector' && path.at(-1) === 'nodeSelector') ||
    (type === 'NodeSelectorRequirement' && field === 'key' && !path.includes('matchFields')) ||
    field === 'topologyKey'
  );
}

/** The key of the node label whose value is asked for; null: it is none's. */
export function labelKeyOfValue({ type, field, path, manifest }: ValueRequest): string | null {
  if (type === 'PodSpec' && field === 'nodeSelector') return String(path.at(-1));
  return type === 'NodeSelectorRequirement' && field === 'values' && !path.includes('matchFields')
    ? keyOfRequirement(manifest(), path)
    : null;
}

function keyOfRequirement(manifest: object, path: readonly (string | number)[]): string {
  let here: unknown = manifest;
  for (const step of [...path.slice(0, -2), 'key'])
    here = typeof here === 'object' && here !== null ? Object.entries(here).find(entry => entry[0] === String(step))?.[1] : undefined;
  return typeof here === 'string' ? here : '';
}
