import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../base/json.ts';
import type { Cluster } from './scenario.ts';

/** A cluster made of objects as kubectl prints them, or why it cannot be one. */
export type ClusterOf = { readonly ok: true; readonly cluster: Cluster } | { readonly ok: false; readonly message: string };

/** Nodes above this number are refused: no cluster has them. */
export const mostNodes = 100_000;

/**
 * Sorts the objects of a cluster file: nodes, the DaemonSets that run beside the one in question, and pods of no DaemonSet, which take room and host
 * ports. Pods of DaemonSets are left out, because the simulation makes them itself; so is everything of another kind.
 */
export function clusterOf(label: string, objects: readonly JsonValue[]): ClusterOf {
  const items = objects.flatMap(itemsOf).map(lean);
  const nodes = items.filter(item => member(item, 'kind') === 'Node');
  if (nodes.length === 0)
    return { ok: false, message: `${label} holds no Node: save what "kubectl get nodes,daemonsets -A -o yaml" prints.` };
  if (nodes.length > mostNodes)
    return { ok: false, message: `${label} holds ${nodes.length} nodes; at most ${mostNodes} can be simulated.` };
  return {
    ok: true,
    cluster: {
      name: `${label}, ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`,
      nodes,
      daemonSets: items.filter(item => member(item, 'kind') === 'DaemonSet'),
      pods: items.filter(item => member(item, 'kind') === 'Pod' && !isOfDaemonSet(item)),
    },
  };
}

function itemsOf(value: JsonValue): readonly JsonObject[] {
  if (!isJsonObject(value)) return [];
  const items = member(value, 'items');
  return isJsonArray(items) ? items.filter(isJsonObject) : [value];
}

/** Leaves out what no simulation needs and what is most of a real cluster's text: bookkeeping of field owners, kubectl's last-applied copy, lists of images. */
export function lean(object: JsonObject): JsonObject {
  const metadata = without(member(object, 'metadata'), ['managedFields']);
  const annotations = without(member(metadata, 'annotations'), ['kubectl.kubernetes.io/last-applied-configuration']);
  const status = without(member(object, 'status'), ['images', 'volumesInUse', 'volumesAttached']);
  return {
    ...object,
    ...(metadata === undefined ? {} : { metadata: annotations === undefined ? metadata : { ...metadata, annotations } }),
    ...(status === undefined ? {} : { status }),
  };
}

function without(value: JsonValue | undefined, keys: readonly string[]): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  return keys.some(key => Object.hasOwn(value, key))
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
    : value;
}

/** A pod that a DaemonSet owns. */
export function isOfDaemonSet(pod: JsonObject): boolean {
  const owners = at(pod, 'metadata', 'ownerReferences');
  return isJsonArray(owners) && owners.some(owner => member(owner, 'kind') === 'DaemonSet');
}
