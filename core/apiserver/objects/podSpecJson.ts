import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { Toleration } from '../../kubernetes/objects/podTemplate.ts';

/**
 * spec of a pod as the API server returns it: the template's, and what controller and admission add: the pin to its node, tolerations, the token volume.
 * `given` is the template's spec as JSON, defaults filled in.
 */
export function podSpecJson(pod: Pod, given: JsonObject): JsonObject {
  const token = `kube-api-access-${pod.name.slice(-5)}`;
  const account = member(given, 'serviceAccountName');
  const mounted = member(given, 'automountServiceAccountToken') !== false;
  return {
    ...given,
    ...(pod.owner?.kind === 'DaemonSet' && pod.targetNode !== '' ? { affinity: pinned(member(given, 'affinity'), pod.targetNode) } : {}),
    ...(mounted ? withToken(given, token) : {}),
    enableServiceLinks: member(given, 'enableServiceLinks') ?? true,
    ...(pod.nodeName === '' ? {} : { nodeName: pod.nodeName }),
    preemptionPolicy: member(given, 'preemptionPolicy') ?? 'PreemptLowerPriority',
    priority: priorityOf(given),
    ...{ serviceAccount: account ?? 'default', serviceAccountName: account ?? 'default' },
    ...(pod.tolerations.length === 0 ? {} : { tolerations: pod.tolerations.map(tolerationJson) }),
  };
}

const priorities: Readonly<Record<string, number>> = { 'system-node-critical': 2_000_001_000, 'system-cluster-critical': 2_000_000_000 };

function priorityOf(given: JsonObject): JsonValue {
  const name = member(given, 'priorityClassName');
  const known = typeof name === 'string' && Object.hasOwn(priorities, name) ? priorities[name] : undefined;
  return known ?? member(given, 'priority') ?? 0;
}

/** The controller replaces all required terms by the pin (daemon/util, ReplaceDaemonSetPodNodeNameNodeAffinity). */
function pinned(affinity: JsonValue | undefined, node: string): JsonObject {
  const nodeAffinity = member(affinity, 'nodeAffinity');
  const term = { matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] };
  return {
    ...(isJsonObject(affinity) ? affinity : {}),
    nodeAffinity: {
      ...(isJsonObject(nodeAffinity) ? nodeAffinity : {}),
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] },
    },
  };
}

function tolerationJson({ key, operator, value, effect, tolerationSeconds }: Toleration): JsonObject {
  return {
    ...(key === '' ? {} : { key }),
    ...{ operator },
    ...(value === '' ? {} : { value }),
    ...(effect === '' ? {} : { effect }),
    ...(tolerationSeconds === null ? {} : { tolerationSeconds }),
  };
}

/** The ServiceAccount admission plugin mounts a token into every container. */
function withToken(given: JsonObject, name: string): JsonObject {
  const mount = { name, readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' };
  const mounted = (containers: JsonValue | undefined): JsonValue[] =>
    listOf(containers).map(one => (isJsonObject(one) ? { ...one, volumeMounts: [...listOf(member(one, 'volumeMounts')), mount] } : one));
  const sources = [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
  ];
  return {
    volumes: [...listOf(member(given, 'volumes')), { name, projected: { sources, defaultMode: 420 } }],
    containers: mounted(member(given, 'containers')),
    ...(isJsonArray(member(given, 'initContainers')) ? { initContainers: mounted(member(given, 'initContainers')) } : {}),
  };
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}
