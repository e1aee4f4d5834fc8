import type { JsonObject } from '../base/json.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { readNode } from '../kubernetes/objects/readNode.ts';
import { readPod } from '../kubernetes/objects/readPod.ts';
import type { Read } from '../kubernetes/objects/spot.ts';
import type { TimeBase } from '../kubernetes/objects/time.ts';
import { timeBaseOf } from './clusterTime.ts';
import type { ScenarioProblem } from './problem.ts';
import type { Cluster } from './scenario.ts';
import type { Admissions } from './world/admissions.ts';
import { firstResourceVersion, uidOf } from './world/world.ts';

/** A cluster whose objects have been read, for all scenarios that have this very cluster. */
export interface PreparedCluster {
  readonly cluster: Cluster;
  readonly base: TimeBase;
  /** With the uids and resource versions that they get in an empty world: all scenarios share them. */
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  /** What cannot be read, with its place in a scenario. */
  readonly problems: readonly ScenarioProblem[];
  /** Manifests that were judged for earlier ones of these scenarios. */
  readonly admissions: Admissions;
}

export function prepareCluster(cluster: Cluster): PreparedCluster {
  const base = timeBaseOf(cluster);
  const problems: ScenarioProblem[] = [];
  const read = readAll('nodes', cluster.nodes, json => readNode(json, base), problems);
  const nodes = read.map((node, index) => storedNode(node, uidOf(index + 1), firstResourceVersion + index + 1));
  const pods = readAll('pods', cluster.pods, json => readPod(json, base), problems);
  return { cluster, base, nodes, pods, problems, admissions: new WeakMap() };
}

/** A node as a world stores it. Field by field, which for thousands of nodes is much quicker than spreading. */
export function storedNode(node: Node, uid: string, resourceVersion: number): Node {
  return {
    namespace: node.namespace,
    name: node.name,
    uid,
    labels: node.labels,
    annotations: node.annotations,
    createdAt: node.createdAt,
    deletedAt: node.deletedAt,
    owner: node.owner,
    resourceVersion,
    unschedulable: node.unschedulable,
    taints: node.taints,
    conditions: node.conditions,
    allocatable: node.allocatable,
    info: node.info,
  };
}

function readAll<T>(
  list: string,
  items: readonly JsonObject[],
  read: (json: JsonObject) => Read<T>,
  problems: ScenarioProblem[],
): readonly T[] {
  const result: T[] = [];
  let index = -1;
  for (const json of items) {
    index++;
    const found = read(json);
    if (found.ok) result.push(found.value);
    else problems.push(...found.problems.map(within(['cluster', list, index])));
  }
  return result;
}

function within(path: readonly (string | number)[]): (problem: ScenarioProblem) => ScenarioProblem {
  return problem => ({ ...problem, path: [...path, ...problem.path] });
}
