import { compareOrdinal } from '../../../core/base/compare.ts';
import { type JsonValue, member } from '../../../core/base/json.ts';
import type { PictureNode } from '../simulation/picture.ts';
import type { Grouping } from '../state/state.ts';

/** Nodes shown under one heading: their places in the picture. */
export interface NodeGroup {
  readonly title: string;
  readonly nodes: readonly number[];
}

/** What headings say where a node has no such label. */
export interface GroupTitles {
  readonly none: string;
  readonly unlabelled: string;
}

/** The nodes whose name contains `filter`, by zone or pool, groups by name; nodes without the label come first. */
export function groupNodes(
  nodes: readonly PictureNode[],
  grouping: Grouping,
  filter: string,
  titles: GroupTitles,
  labels: NodeLabels = noLabels,
): readonly NodeGroup[] {
  const groups = new Map<string, number[]>();
  nodes.forEach((node, index) => {
    if (filter !== '' && !node.name.includes(filter)) return;
    const key = keyOf(node, grouping, labels);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups.entries()]
    .sort(([a], [b]) => compareOrdinal(a, b))
    .map(([key, members]) => ({ title: title(key, grouping, titles), nodes: members }));
}

/** Labels by the node's name. */
export type NodeLabels = ReadonlyMap<string, JsonValue | undefined>;
const noLabels: NodeLabels = new Map();

function keyOf(node: PictureNode, grouping: Grouping, labels: NodeLabels): string {
  if (grouping === 'none') return '';
  if (grouping === 'zone' || grouping === 'pool') return node[grouping];
  const value = member(labels.get(node.name), grouping.slice('label:'.length));
  return typeof value === 'string' ? value : '';
}

function title(key: string, grouping: Grouping, titles: GroupTitles): string {
  if (grouping === 'none') return titles.none;
  return key === '' ? titles.unlabelled : key;
}
