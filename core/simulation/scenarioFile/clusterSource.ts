import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { clusterOf, mostNodes } from '../clusterOf.ts';
import { builtInClusters } from '../clusters/clusters.ts';
import { type Pool, poolNodes } from '../clusters/generate.ts';
import type { NodeShape } from '../clusters/makeNode.ts';
import type { Cluster } from '../scenario.ts';
import { readManifest } from './manifests.ts';
import { comesFrom, complainAt, isDaemonSet, objectsOf, type Reading, textOf } from './reading.ts';

/** The cluster of a scenario file: a built-in one, a file, nodes written out or in shorthand, or several of these together. null: not known. */
export function readCluster(reading: Reading, json: JsonObject): Cluster | null {
  const nodes = items(member(json, 'nodes'));
  const base = readBase(reading, textOf(json, 'cluster', null), nodes.length > 0);
  const own: JsonObject[] = [];
  for (const [index, value] of nodes.entries()) own.push(...ownNodes(reading, value, index, (base?.nodes.length ?? 0) + own.length));
  const daemonSets = items(member(json, 'daemonSets')).flatMap((value, index) => otherDaemonSets(reading, value, index, base));
  const pods = items(member(json, 'pods')).filter(isJsonObject);
  for (const index of pods.keys()) comesFrom(reading, ['cluster', 'pods', (base?.pods.length ?? 0) + index], ['pods', index]);
  if (base === null) return null;
  const all = [...base.nodes, ...own];
  if (all.length > mostNodes) complainAt(reading, ['nodes'], `there are ${all.length} nodes; at most ${mostNodes} can be simulated`);
  const name =
    own.length === 0 ? base.name : `${base.name === '' ? '' : `${base.name} and `}${own.length} ${own.length === 1 ? 'node' : 'nodes'}`;
  return { name, nodes: all, daemonSets: [...base.daemonSets, ...daemonSets], pods: [...base.pods, ...pods] };
}

const nothing: Cluster = { name: '', nodes: [], daemonSets: [], pods: [] };

function readBase(reading: Reading, choice: string | null, hasNodes: boolean): Cluster | null {
  if (choice === null && hasNodes) return nothing;
  const builtIn = builtInClusters.find(one => one.name === (choice ?? 'tutorial'));
  if (builtIn !== undefined) return builtIn.make();
  if (choice === null) return nothing;
  if (!/[./\\]/.test(choice)) {
    const names = builtInClusters.map(one => one.name).join(', ');
    complainAt(reading, ['cluster'], `there is no built-in cluster "${choice}" (known are ${names}), and a file has an ending`, choice);
    return null;
  }
  const objects = objectsOf(reading, choice, ['cluster']);
  comesFrom(reading, ['cluster'], ['cluster'], choice);
  if (objects === null) return null;
  const made = clusterOf(choice, objects);
  if (made.ok) return made.cluster;
  complainAt(reading, ['cluster'], made.message, choice);
  return null;
}

function ownNodes(reading: Reading, value: JsonValue, index: number, before: number): readonly JsonObject[] {
  if (!isJsonObject(value)) return [];
  if (Object.hasOwn(value, 'kind') || Object.hasOwn(value, 'metadata')) {
    comesFrom(reading, ['cluster', 'nodes', before], ['nodes', index]);
    return [value];
  }
  const pool = poolOf(value, index);
  const made =
    Number(member(value, 'count') ?? 0) === 0
      ? poolNodes('region-1', { ...pool, count: 1 }, index).map(node => named(node, pool.name))
      : poolNodes('region-1', pool, index);
  for (const i of made.keys()) comesFrom(reading, ['cluster', 'nodes', before + i], ['nodes', index], '');
  return made;
}

function poolOf(value: JsonObject, index: number): Pool {
  const shape: Record<string, JsonValue> = {};
  for (const key of ['labels', 'taints', 'cpu', 'memory', 'pods', 'os', 'arch', 'extended']) {
    const given = member(value, key);
    if (given !== undefined && given !== null) shape[key] = given;
  }
  return {
    name: textOf(value, 'name', `pool-${index + 1}`),
    count: Math.min(Number(member(value, 'count') ?? 1), mostNodes + 1),
    zones: items(member(value, 'zones')).map(String),
    shape: shape as Omit<NodeShape, 'name'>,
  };
}

/** A single node is called as it is written. */
function named(node: JsonObject, name: string): JsonObject {
  const metadata = member(node, 'metadata');
  const labels = member(metadata, 'labels');
  return {
    ...node,
    metadata: { ...(metadata as JsonObject), name, labels: { ...(labels as JsonObject), 'kubernetes.io/hostname': name } },
  };
}

/** One DaemonSet, or all of a file. */
function otherDaemonSets(reading: Reading, value: JsonValue, index: number, base: Cluster | null): readonly JsonObject[] {
  if (typeof value === 'string') return objectsOf(reading, value, ['daemonSets', index])?.filter(isDaemonSet) ?? [];
  const found = readManifest(
    reading,
    value,
    ['daemonSets', index],
    ['cluster', 'daemonSets', (base?.daemonSets.length ?? 0) + index],
    null,
  );
  return found === null ? [] : [found];
}

function items(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

/** The names of a cluster's nodes. */
export function nodeNames(cluster: Cluster): ReadonlySet<string> {
  return new Set(cluster.nodes.map(node => String(at(node, 'metadata', 'name') ?? '')));
}
