import { fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';

/** Fields of a DaemonSet that name an object of a kind. */
const namers: { readonly [field: string]: string } = {
  'ConfigMapVolumeSource.name': 'ConfigMap',
  'ConfigMapKeySelector.name': 'ConfigMap',
  'ConfigMapEnvSource.name': 'ConfigMap',
  'ConfigMapProjection.name': 'ConfigMap',
  'SecretVolumeSource.secretName': 'Secret',
  'SecretKeySelector.name': 'Secret',
  'SecretEnvSource.name': 'Secret',
  'SecretProjection.name': 'Secret',
  'LocalObjectReference.name': 'Secret',
  'PodSpec.serviceAccountName': 'ServiceAccount',
  'PodSpec.priorityClassName': 'PriorityClass',
  'PodSpec.runtimeClassName': 'RuntimeClass',
  'PersistentVolumeClaimVolumeSource.claimName': 'PersistentVolumeClaim',
};

/** The kind of object that a field of an API type names; null for fields that name none. */
export function kindNamedBy(type: string, field: string): string | null {
  const key = `${type}.${field}`;
  return Object.hasOwn(namers, key) ? (namers[key] ?? null) : null;
}

/** The same for a path into a DaemonSet. */
export function kindNamedAt(path: JsonPath): string | null {
  const type = fieldAt(path.slice(0, -1))?.ref;
  const field = path.at(-1);
  return type === undefined || typeof field !== 'string' ? null : kindNamedBy(type, field);
}
