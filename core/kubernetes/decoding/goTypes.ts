import type { FieldFacts } from '../schema/fieldFacts.ts';

/** Fields of a text type that has a name of its own in Go: type errors name it. All others are `string`. */
const namedTexts: Readonly<Record<string, string>> = {
  'AppArmorProfile.type': 'v1.AppArmorProfileType',
  'AzureDiskVolumeSource.cachingMode': 'v1.AzureDataDiskCachingMode',
  'AzureDiskVolumeSource.kind': 'v1.AzureDataDiskKind',
  'Capabilities.add': 'v1.Capability',
  'Capabilities.drop': 'v1.Capability',
  'Container.imagePullPolicy': 'v1.PullPolicy',
  'Container.restartPolicy': 'v1.ContainerRestartPolicy',
  'Container.terminationMessagePolicy': 'v1.TerminationMessagePolicy',
  'ContainerPort.protocol': 'v1.Protocol',
  'ContainerResizePolicy.resourceName': 'v1.ResourceName',
  'ContainerResizePolicy.restartPolicy': 'v1.ResourceResizeRestartPolicy',
  'ContainerRestartRule.action': 'v1.ContainerRestartRuleAction',
  'ContainerRestartRuleOnExitCodes.operator': 'v1.ContainerRestartRuleOnExitCodesOperator',
  'DaemonSetCondition.status': 'v1.ConditionStatus',
  'DaemonSetCondition.type': 'v1.DaemonSetConditionType',
  'DaemonSetUpdateStrategy.type': 'v1.DaemonSetUpdateStrategyType',
  'EmptyDirVolumeSource.medium': 'v1.StorageMedium',
  'EphemeralContainer.imagePullPolicy': 'v1.PullPolicy',
  'EphemeralContainer.restartPolicy': 'v1.ContainerRestartPolicy',
  'EphemeralContainer.terminationMessagePolicy': 'v1.TerminationMessagePolicy',
  'GRPCAction.mode': 'v1.GRPCProbeMode',
  'HTTPGetAction.protocol': 'v1.HTTPProtocol',
  'HTTPGetAction.scheme': 'v1.URIScheme',
  'HostPathVolumeSource.type': 'v1.HostPathType',
  'ImageVolumeSource.pullPolicy': 'v1.PullPolicy',
  'LabelSelectorRequirement.operator': 'v1.LabelSelectorOperator',
  'Lifecycle.stopSignal': 'v1.Signal',
  'ManagedFieldsEntry.operation': 'v1.ManagedFieldsOperationType',
  'NodeSelectorRequirement.operator': 'v1.NodeSelectorOperator',
  'ObjectMeta.uid': 'types.UID',
  'OwnerReference.uid': 'types.UID',
  'PersistentVolumeClaimSpec.accessModes': 'v1.PersistentVolumeAccessMode',
  'PersistentVolumeClaimSpec.volumeMode': 'v1.PersistentVolumeMode',
  'PodOS.name': 'v1.OSName',
  'PodReadinessGate.conditionType': 'v1.PodConditionType',
  'PodSecurityContext.fsGroupChangePolicy': 'v1.PodFSGroupChangePolicy',
  'PodSecurityContext.seLinuxChangePolicy': 'v1.PodSELinuxChangePolicy',
  'PodSecurityContext.supplementalGroupsPolicy': 'v1.SupplementalGroupsPolicy',
  'PodSpec.dnsPolicy': 'v1.DNSPolicy',
  'PodSpec.preemptionPolicy': 'v1.PreemptionPolicy',
  'PodSpec.restartPolicy': 'v1.RestartPolicy',
  'SeccompProfile.type': 'v1.SeccompProfileType',
  'SecurityContext.procMount': 'v1.ProcMountType',
  'Toleration.effect': 'v1.TaintEffect',
  'Toleration.operator': 'v1.TolerationOperator',
  'TopologySpreadConstraint.nodeAffinityPolicy': 'v1.NodeInclusionPolicy',
  'TopologySpreadConstraint.nodeTaintsPolicy': 'v1.NodeInclusionPolicy',
  'TopologySpreadConstraint.whenUnsatisfiable': 'v1.UnsatisfiableConstraintAction',
  'VolumeMount.mountPropagation': 'v1.MountPropagationMode',
  'VolumeMount.recursiveReadOnly': 'v1.RecursiveReadOnlyMode',
};

/** Types whose fields are spread over a struct embedded in them: the path in a type error names it. */
const wholeEmbedded: Readonly<Record<string, { readonly struct: string; readonly except: readonly string[] }>> = {
  Volume: { struct: 'VolumeSource', except: ['name'] },
  EphemeralContainer: { struct: 'EphemeralContainerCommon', except: ['targetContainerName'] },
};
const probeHandlers: readonly string[] = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const withObjectName: readonly string[] = [
  'ConfigMapEnvSource',
  'ConfigMapKeySelector',
  'ConfigMapProjection',
  'ConfigMapVolumeSource',
  'SecretEnvSource',
  'SecretKeySelector',
  'SecretProjection',
];

/** The Go type of a field's value, or of one entry of its list or map. */
export function goTypeOf(owner: string, field: string, facts: FieldFacts, entry: boolean): string {
  if (facts.kind === 'map' && !entry) return facts.items === 'quantity' ? 'v1.ResourceList' : 'map[string]string';
  const one = goTypeOfOne(owner, field, facts);
  return facts.kind === 'list' && !entry ? `[]${one}` : one;
}

/** The names a field adds to the path of a type error: an embedded struct's first, where it is one of its fields. */
export function goSteps(owner: string, field: string): readonly string[] {
  const embedded = Object.hasOwn(wholeEmbedded, owner) ? wholeEmbedded[owner] : undefined;
  if (embedded !== undefined && !embedded.except.includes(field)) return [embedded.struct, field];
  if (owner === 'Probe' && probeHandlers.includes(field)) return ['ProbeHandler', field];
  return withObjectName.includes(owner) && field === 'name' ? ['LocalObjectReference', field] : [field];
}

function goTypeOfOne(owner: string, field: string, facts: FieldFacts): string {
  if (facts.ref !== undefined) return `v1.${facts.ref}`;
  switch (facts.items ?? facts.kind) {
    case 'integer':
      return facts.format === 'int64' ? 'int64' : 'int32';
    case 'intOrString':
      return 'int32';
    case 'boolean':
      return 'bool';
    default:
      return namedTexts[`${owner}.${field}`] ?? 'string';
  }
}
