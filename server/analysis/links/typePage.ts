import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';

/** The part of Kubernetes' API reference about a type: one page a version, a heading a type (`#daemonsetspec-v1-apps`). */
export function typePage(type: string, version: KubernetesVersion): string {
  return `https://kubernetes.io/docs/reference/generated/kubernetes-api/v${version}/#${type.toLowerCase()}-v1-${groupOf(type)}`;
}

const metaTypes: ReadonlySet<string> = new Set([
  'ObjectMeta',
  'LabelSelector',
  'LabelSelectorRequirement',
  'OwnerReference',
  'ManagedFieldsEntry',
  'FieldsV1',
]);

/** A DaemonSet is made of types of three groups. */
function groupOf(type: string): string {
  if (metaTypes.has(type)) return 'meta';
  return /DaemonSet/.test(type) ? 'apps' : 'core';
}
