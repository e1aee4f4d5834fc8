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
  'ContainerResizePolicy.resourceName': [{ value: 'cpu' }, { value: 'memory' }],
  'ContainerResizePolicy.restartPolicy': [
    { value: 'NotRequired', detail: 'resized while the container runs' },
    { value: 'RestartContainer', detail: 'the container restarts' },
  ],
  'ContainerPort.hostIP': [{ value: '127.0.0.1' }, { value: '0.0.0.0' }],
  'VolumeMount.recursiveReadOnly': [{ value: 'Disabled', detail: 'default' }, { value: 'IfPossible' }, { value: 'Enabled' }],
  'EmptyDirVolumeSource.medium': [{ value: 'Memory', detail: 'tmpfs, counts as memory of the container' }, { value: 'HugePages' }],
  'CSIVolumeSource.driver': [{ value: 'secrets-store.csi.k8s.io' }, { value: 'csi.cert-manager.io' }, { value: 'csi.spiffe.io' }],
  'ServiceAccountTokenProjection.path': [{ value: 'token' }],
  'PodOS.name': [{ value: 'linux' }, { value: 'windows' }],
  'PodSpec.runtimeClassName': [{ value: 'nvidia' }, { value: 'gvisor' }, { value: 'kata' }],
  'PodAffinityTerm.namespaces': [{ value: 'kube-system' }, { value: 'default' }],
  'Sysctl.name': [
    { value: 'net.ipv4.ip_local_port_range', detail: 'safe' },
    { value: 'net.ipv4.ip_unprivileged_port_start', detail: 'safe' },
    { value: 'net.ipv4.ping_group_range', detail: 'safe' },
    { value: 'net.ipv4.tcp_keepalive_time', detail: 'safe' },
    { value: 'net.ipv4.tcp_syncookies', detail: 'safe' },
    { value: 'kernel.shm_rmid_forced', detail: 'safe' },
    { value: 'net.core.somaxconn', detail: 'unsafe: the kubelet has to allow it' },
  ],
  'PodDNSConfigOption.name': [{ value: 'ndots' }, { value: 'timeout' }, { value: 'attempts' }, { value: 'edns0' }, { value: 'use-vc' }],
  'PodDNSConfigOption.value': [{ value: '2' }, { value: '1' }, { value: '5' }],
  'HTTPHeader.name': [{ value: 'Host' }, { value: 'Accept' }],
  'SELinuxOptions.type': [{ value: 'spc_t', detail: 'no confinement' }, { value: 'container_t' }],
  'SELinuxOptions.level': [{ value: 's0' }],
  'WindowsSecurityContextOptions.runAsUserName': [
    { value: 'NT AUTHORITY\\SYSTEM' },
    { value: 'ContainerAdministrator' },
    { value: 'ContainerUser' },
  ],
  'LabelSelectorRequirement.operator': [{ value: 'In' }, { value: 'NotIn' }, { value: 'Exists' }, { value: 'DoesNotExist' }],
};

/** Usual texts of fields that take any. */
export const usualTexts: ValueSource = ({ type, field, facts }) => {
  if (facts.kind !== 'string' || facts.enum !== undefined) return [];
  return Object.hasOwn(usual, `${type}.${field}`) ? (usual[`${type}.${field}`] ?? []) : [];
};
