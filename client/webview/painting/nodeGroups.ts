import { compareOrdinal } from '../../../core/base/compare.ts';
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
export function groupNodes(nodes: readonly PictureNode[], grouping: Grouping, filter: string, titles: GroupTitles): readonly NodeGroup[] {
  const groups = new Map<string, number[]>();
  nodes.forEach((node, index) => {
    if (filter !== '' && !node.name.includes(filter)) return;
    const key = grouping === 'none' ? '' : node[grouping];
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  });
  return [...groups.entries()]
    .sort(([a], [b]) => compareOrdinal(a, b))
    .map(([key, members]) => ({ title: title(key, grouping, titles), nodes: members }));
}

function title(key: string, grouping: Grouping, titles: GroupTitles): string {
  if (grouping === 'none') return titles.none;
  return key === '' ? titles.unlabelled : key;
}
