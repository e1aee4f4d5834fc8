import type { ValueSource } from '../valueSource.ts';

const names = ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu'];

const amounts: { readonly [resource: string]: readonly string[] } = {
  cpu: ['100m', '10m', '50m', '200m', '250m', '500m', '1'],
  memory: ['128Mi', '32Mi', '64Mi', '100Mi', '200Mi', '256Mi', '512Mi', '1Gi'],
  'ephemeral-storage': ['1Gi', '100Mi', '500Mi', '5Gi'],
  storage: ['1Gi', '10Gi', '100Gi'],
  'hugepages-2Mi': ['128Mi', '1Gi'],
  'nvidia.com/gpu': ['1'],
};

/** Names of resources, where requests and limits are written. */
export const resourceNames: ValueSource = ({ facts, type }) => {
  if (facts.kind !== 'map' || facts.items !== 'quantity') return [];
  return (type === 'VolumeResourceRequirements' ? ['storage'] : names).map(value => ({ value }));
};

/** Usual amounts of a resource, likeliest first. */
export const quantities: ValueSource = ({ facts, path, field }) => {
  if (facts.kind !== 'quantity') return [];
  if (field === 'divisor') return ['1', '1m', '1Mi', '1Ki'].map(value => ({ value }));
  if (field === 'sizeLimit') return ['100Mi', '500Mi', '1Gi'].map(value => ({ value }));
  return (amounts[String(path.at(-1))] ?? []).map(value => ({ value }));
};
