import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../../core/base/json.ts';
import { isList } from './daemonSets.ts';
import { childNamed, type Mapping, type Node } from './tree.ts';
import { readValue, type Step } from './value.ts';
import type { YamlDocument } from './yamlDocument.ts';

/** Where the pod template of an object stands, by kind; a Pod is one itself. */
const templates: ReadonlyMap<string, readonly Step[]> = new Map<string, readonly Step[]>([
  ...['DaemonSet', 'Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Job'].map(
    kind => [kind, ['spec', 'template']] as const,
  ),
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['Pod', []],
]);

/** An object that runs pods, or that grants rights to a service account: what may name the objects a DaemonSet names. */
export interface Workload {
  readonly kind: string;
  /** Empty: none is written. */
  readonly namespace: string;
  readonly node: Mapping;
  readonly value: JsonObject;
  /** The way to its pod template; null: it runs no pods. */
  readonly template: readonly Step[] | null;
}

/** Quick: whether a text can hold such an object. */
export function mayHoldWorkload(text: string): boolean {
  return /\b(?:DaemonSet|Deployment|StatefulSet|ReplicaSet|ReplicationController|Job|CronJob|Pod|RoleBinding|ClusterRoleBinding)\b/.test(
    text,
  );
}

/** The workloads and bindings of a YAML document, items of a List included. */
export function workloadsIn(document: YamlDocument): readonly Workload[] {
  if (document.root === null || !mayHoldWorkload(document.text)) return [];
  const { value } = readValue(document.root);
  const items = member(value, 'items');
  const list = childNamed(document.root, 'items');
  if (isList(value) && list?.kind === 'sequence' && isJsonArray(items))
    return list.items.flatMap((item, index) => workloadAt(item, items[index]));
  return workloadAt(document.root, value);
}

function workloadAt(node: Node, value: JsonValue | undefined): readonly Workload[] {
  const kind = member(value, 'kind');
  if (node.kind !== 'mapping' || !isJsonObject(value) || typeof kind !== 'string') return [];
  const template = templates.get(kind) ?? null;
  if (template === null && kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') return [];
  const namespace = at(value, 'metadata', 'namespace');
  return [{ kind, namespace: typeof namespace === 'string' ? namespace : '', node, value, template }];
}
