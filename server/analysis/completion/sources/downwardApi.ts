import type { ValueSource } from '../valueSource.ts';

const inEnv: readonly (readonly [string, string])[] = [
  ['spec.nodeName', 'the node the pod runs on'],
  ['status.hostIP', 'the node’s address'],
  ['metadata.name', 'the pod’s name'],
  ['metadata.namespace', 'the pod’s namespace'],
  ['status.podIP', 'the pod’s address'],
  ['status.podIPs', 'all addresses of the pod'],
  ['status.hostIPs', 'all addresses of the node'],
  ['spec.serviceAccountName', 'the service account'],
  ['metadata.uid', 'the pod’s UID'],
  ["metadata.labels['app']", 'one label'],
  ["metadata.annotations['key']", 'one annotation'],
];
const inVolume: readonly (readonly [string, string])[] = [
  ['metadata.labels', 'all labels'],
  ['metadata.annotations', 'all annotations'],
  ['metadata.name', 'the pod’s name'],
  ['metadata.namespace', 'the pod’s namespace'],
  ['metadata.uid', 'the pod’s UID'],
];
const resources = [
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
];

/** Paths of the downward API: what a container may know of its own pod. */
export const downwardPaths: ValueSource = ({ type, field, path }) => {
  if (type === 'ResourceFieldSelector' && field === 'resource') return resources.map(value => ({ value }));
  if (type !== 'ObjectFieldSelector' || field !== 'fieldPath') return [];
  return (path.includes('env') ? inEnv : inVolume).map(([value, detail]) => ({ value, detail }));
};
