import { fieldAt, fieldOf, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';

/** The order in which manifests are mostly written, by API type: what it is, whom it is for, where it runs, what runs there. */
const usual: { readonly [type: string]: readonly string[] } = {
  DaemonSet: ['apiVersion', 'kind', 'metadata', 'spec', 'status'],
  ObjectMeta: ['name', 'generateName', 'namespace', 'labels', 'annotations'],
  DaemonSetSpec: ['selector', 'updateStrategy', 'minReadySeconds', 'revisionHistoryLimit', 'template'],
  DaemonSetUpdateStrategy: ['type', 'rollingUpdate'],
  PodTemplateSpec: ['metadata', 'spec'],
  PodSpec: [
    ...['serviceAccountName', 'serviceAccount', 'automountServiceAccountToken', 'priorityClassName', 'runtimeClassName', 'schedulerName'],
    ...['hostNetwork', 'hostPID', 'hostIPC', 'hostUsers', 'dnsPolicy', 'dnsConfig', 'hostAliases'],
    ...['nodeName', 'nodeSelector', 'affinity', 'tolerations', 'topologySpreadConstraints'],
    ...['restartPolicy', 'terminationGracePeriodSeconds', 'securityContext', 'imagePullSecrets'],
    ...['initContainers', 'containers', 'volumes'],
  ],
  Container: [
    ...['name', 'image', 'imagePullPolicy', 'restartPolicy', 'command', 'args', 'workingDir', 'envFrom', 'env', 'ports', 'resources'],
    ...['volumeMounts', 'volumeDevices', 'startupProbe', 'readinessProbe', 'livenessProbe', 'lifecycle', 'securityContext'],
  ],
  ContainerPort: ['name', 'containerPort', 'hostPort', 'protocol', 'hostIP'],
  Probe: [
    'httpGet',
    'exec',
    'tcpSocket',
    'grpc',
    'initialDelaySeconds',
    'periodSeconds',
    'timeoutSeconds',
    'successThreshold',
    'failureThreshold',
  ],
  HTTPGetAction: ['scheme', 'host', 'path', 'port', 'httpHeaders'],
  ResourceRequirements: ['requests', 'limits', 'claims'],
  Toleration: ['key', 'operator', 'value', 'effect', 'tolerationSeconds'],
  NodeSelectorRequirement: ['key', 'operator', 'values'],
  LabelSelectorRequirement: ['key', 'operator', 'values'],
  EnvVar: ['name', 'value', 'valueFrom'],
  VolumeMount: ['name', 'mountPath', 'subPath', 'subPathExpr', 'readOnly', 'recursiveReadOnly', 'mountPropagation'],
  HostPathVolumeSource: ['path', 'type'],
};

/** Names come first wherever they are. */
const first = ['name', 'key'];

/** The rank of each key of the object at a path; null where the order of keys is nobody's business (labels, what the schema does not know). */
export function keyRanks(path: JsonPath): ((key: string) => string) | null {
  const object = fieldAt(path);
  const type = object?.kind === 'object' ? object.ref : undefined;
  if (type === undefined) return null;
  const order = usual[type] ?? first;
  return key => {
    const place = order.indexOf(key);
    if (place >= 0) return `0${String(place).padStart(3, '0')}`;
    // What the schema does not know stays in its own order, behind the rest.
    return fieldOf(type, key) === undefined ? '2' : `1${key}`;
  };
}
