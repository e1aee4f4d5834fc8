import type { FieldFacts } from '../schema/fieldFacts.ts';

/** Fields that Go holds as pointers: a zero that was written stays written. All other texts, numbers and flags are dropped when zero. */
const pointers: Readonly<Record<string, readonly string[]>> = {
  AppArmorProfile: ['localhostProfile'],
  AzureDiskVolumeSource: ['cachingMode', 'fsType', 'kind', 'readOnly'],
  CSIVolumeSource: ['fsType', 'readOnly'],
  ClaimSource: ['resourceClaimName', 'resourceClaimTemplateName'],
  ClusterTrustBundleProjection: ['name', 'optional', 'signerName', 'user'],
  ConfigMapEnvSource: ['optional'],
  ConfigMapKeySelector: ['optional'],
  ConfigMapProjection: ['optional'],
  ConfigMapVolumeSource: ['defaultMode', 'defaultUser', 'optional'],
  Container: ['restartPolicy'],
  DaemonSetSpec: ['revisionHistoryLimit'],
  DaemonSetStatus: ['collisionCount'],
  DownwardAPIVolumeFile: ['mode', 'user'],
  DownwardAPIVolumeSource: ['defaultMode', 'defaultUser'],
  EmptyDirVolumeSource: ['mode', 'sizeLimit'],
  EphemeralContainer: ['restartPolicy'],
  FCVolumeSource: ['lun'],
  FileKeySelector: ['optional'],
  GRPCAction: ['mode', 'service'],
  HTTPGetAction: ['protocol'],
  HostPathVolumeSource: ['type'],
  ISCSIVolumeSource: ['initiatorName'],
  KeyToPath: ['mode', 'user'],
  Lifecycle: ['stopSignal'],
  ObjectMeta: ['deletionGracePeriodSeconds', 'deletionTimestamp'],
  OwnerReference: ['blockOwnerDeletion', 'controller'],
  PersistentVolumeClaimSpec: ['storageClassName', 'volumeAttributesClassName', 'volumeMode'],
  PodCertificateProjection: ['maxExpirationSeconds', 'user'],
  PodDNSConfigOption: ['value'],
  PodResourceClaim: ['resourceClaimName', 'resourceClaimTemplateName'],
  PodSchedulingGroup: ['podGroupName'],
  PodSecurityContext: [
    'fsGroup',
    'fsGroupChangePolicy',
    'runAsGroup',
    'runAsNonRoot',
    'runAsUser',
    'seLinuxChangePolicy',
    'supplementalGroupsPolicy',
  ],
  PodSpec: [
    'activeDeadlineSeconds',
    'automountServiceAccountToken',
    'enableServiceLinks',
    'hostUsers',
    'hostnameOverride',
    'preemptionPolicy',
    'priority',
    'runtimeClassName',
    'setHostnameAsFQDN',
    'shareProcessNamespace',
    'terminationGracePeriodSeconds',
  ],
  Probe: ['terminationGracePeriodSeconds'],
  ProjectedVolumeSource: ['defaultMode', 'defaultUser'],
  RollingUpdateDaemonSet: ['maxSurge', 'maxUnavailable'],
  SeccompProfile: ['localhostProfile'],
  SecretEnvSource: ['optional'],
  SecretKeySelector: ['optional'],
  SecretProjection: ['optional'],
  SecretVolumeSource: ['defaultMode', 'defaultUser', 'optional'],
  SecurityContext: [
    'allowPrivilegeEscalation',
    'privileged',
    'procMount',
    'readOnlyRootFilesystem',
    'runAsGroup',
    'runAsNonRoot',
    'runAsUser',
  ],
  ServiceAccountTokenProjection: ['expirationSeconds', 'user'],
  Toleration: ['tolerationSeconds'],
  TopologySpreadConstraint: ['minDomains', 'nodeAffinityPolicy', 'nodeTaintsPolicy'],
  TypedLocalObjectReference: ['apiGroup'],
  TypedObjectReference: ['apiGroup', 'namespace'],
  VolumeMount: ['mountPropagation', 'recursiveReadOnly'],
  WindowsSecurityContextOptions: ['gmsaCredentialSpec', 'gmsaCredentialSpecName', 'hostProcess', 'runAsUserName'],
};

/** Structs that are part of their parent: shown even when empty. */
const embedded: readonly string[] = [
  'Container.resources',
  'EphemeralContainer.resources',
  'PersistentVolumeClaimSpec.resources',
  'PersistentVolumeClaimTemplate.metadata',
  'PersistentVolumeClaimTemplate.spec',
  'PodTemplateSpec.metadata',
  'PodTemplateSpec.spec',
  'PodResourceClaim.source',
  'PreferredSchedulingTerm.preference',
  'WeightedPodAffinityTerm.podAffinityTerm',
];

/** Fields that are shown as null when absent. */
const nulls: readonly string[] = ['TypedLocalObjectReference.apiGroup', 'TypedObjectReference.apiGroup', 'ProjectedVolumeSource.sources'];

/** Whether a written zero of the field counts. */
export function isPointer(owner: string, field: string): boolean {
  return Object.hasOwn(pointers, owner) && (pointers[owner]?.includes(field) ?? false);
}

/** Whether the object in the field is a part of its parent, and always shown. */
export function isEmbedded(owner: string, field: string): boolean {
  return embedded.includes(`${owner}.${field}`);
}

/** A field without `omitempty` whose absence is printed as null. */
export function isPrintedNull(owner: string, field: string, facts: FieldFacts): boolean {
  return nulls.includes(`${owner}.${field}`) || (facts.required === true && !isEmbedded(owner, field) && isNullable(facts));
}

function isNullable(facts: FieldFacts): boolean {
  return facts.kind === 'list' || facts.kind === 'map' || facts.kind === 'object';
}
