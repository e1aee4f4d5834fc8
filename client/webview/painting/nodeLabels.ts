import { compareOrdinal } from '../../../core/base/compare.ts';
import { at, isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import type { Cluster } from '../../../core/simulation/scenario.ts';
import type { NodeLabels } from './nodeGroups.ts';

/** More headings than that are no groups: a label such as the host's name. */
const mostGroups = 40;

/** The labels of a cluster's nodes, by name. */
export function labelsOf(cluster: Cluster): NodeLabels {
  return new Map(cluster.nodes.map(node => [nameOf(node), at(node, 'metadata', 'labels')]));
}

/** The keys of labels by which nodes can be grouped, in order: those with a value that several nodes share, and not too many values. */
export function labelKeys(labels: NodeLabels): readonly string[] {
  const values = new Map<string, Set<JsonValue | undefined>>();
  const shared = new Set<string>();
  for (const each of labels.values()) {
    if (!isJsonObject(each)) continue;
    for (const [key, value] of Object.entries(each)) {
      const seen = values.get(key);
      if (seen === undefined) values.set(key, new Set([value]));
      else if (seen.has(value)) shared.add(key);
      else if (seen.size <= mostGroups) seen.add(value);
    }
  }
  return [...values]
    .filter(([key, { size }]) => size <= mostGroups && shared.has(key))
    .map(([key]) => key)
    .sort(compareOrdinal);
}

function nameOf(node: JsonValue): string {
  const name = at(node, 'metadata', 'name');
  return typeof name === 'string' ? name : '';
}
