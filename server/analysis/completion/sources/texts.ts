import type { Suggestion, ValueSource } from '../valueSource.ts';

const usual: { readonly [field: string]: readonly Suggestion[] } = {
  'ObjectMeta.namespace': [{ value: 'kube-system' }, { value: 'monitoring' }, { value: 'logging' }, { value: 'default' }],
  'PodSpec.priorityClassName': [
    { value: 'system-node-critical', detail: 'what a node cannot do without' },
    { value: 'system-cluster-critical', detail: 'what the cluster cannot do without' },
  ],
  'PodSpec.schedulerName': [{ value: 'default-scheduler', detail: 'default' }],
  'SeccompProfile.type': [{ value: 'RuntimeDefault' }, { value: 'Unconfined' }],
  'HTTPGetAction.path': [{ value: '/healthz' }, { value: '/ready' }, { value: '/metrics' }, { value: '/' }],
  'ContainerPort.name': [{ value: 'metrics' }, { value: 'http' }, { value: 'https' }, { value: 'health' }],
  'EnvVar.name': [{ value: 'NODE_NAME' }, { value: 'POD_NAME' }, { value: 'POD_NAMESPACE' }, { value: 'HOST_IP' }],
  'ContainerRestartRule.action': [{ value: 'Restart' }],
  'Container.restartPolicy': [{ value: 'Always', detail: 'of an init container: a sidecar' }],
  'LabelSelectorRequirement.operator': [{ value: 'In' }, { value: 'NotIn' }, { value: 'Exists' }, { value: 'DoesNotExist' }],
};

/** Usual texts of fields that take any. */
export const usualTexts: ValueSource = ({ type, field, facts }) => {
  if (facts.kind !== 'string' || facts.enum !== undefined) return [];
  return Object.hasOwn(usual, `${type}.${field}`) ? (usual[`${type}.${field}`] ?? []) : [];
};
