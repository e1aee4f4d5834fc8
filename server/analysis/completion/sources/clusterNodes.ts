import { compareOrdinal } from '../../../../core/base/compare.ts';
import type { Node } from '../../../../core/kubernetes/objects/node.ts';
import type { Suggestion, ValueRequest, ValueSource } from '../valueSource.ts';
import { labelAsked, labelKeyOfValue } from './nodeLabels.ts';

/** More values than one can choose from: host names are in nobody's selector. */
const most = 40;

/** Keys of labels that nodes of the chosen cluster have, and on how many. */
export const clusterLabelKeys: ValueSource = request => (labelAsked(request) ? counted(request, node => Object.keys(node.labels)) : []);

/** Values that a label has on nodes of the chosen cluster. */
export const clusterLabelValues: ValueSource = request => {
  const key = labelKeyOfValue(request);
  return key === null ? [] : counted(request, node => (Object.hasOwn(node.labels, key) ? [node.labels[key] ?? ''] : []));
};

/** Keys of taints that nodes of the chosen cluster carry. */
export const clusterTaintKeys: ValueSource = request =>
  request.type === 'Toleration' && request.field === 'key' ? counted(request, node => node.taints.map(taint => taint.key)) : [];

/** Values of taints that nodes of the chosen cluster carry. */
export const clusterTaintValues: ValueSource = request =>
  request.type === 'Toleration' && request.field === 'value'
    ? counted(request, node => node.taints.filter(taint => taint.value !== '').map(taint => taint.value))
    : [];

/** What nodes have, the most frequent first, each with its number of nodes. Nothing when there is more than anyone would look through. */
function counted({ nodes }: ValueRequest, of: (node: Node) => readonly string[]): readonly Suggestion[] {
  if (nodes === null) return [];
  const counts = new Map<string, number>();
  for (const node of nodes) for (const one of new Set(of(node))) counts.set(one, (counts.get(one) ?? 0) + 1);
  if (counts.size > most) return [];
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || compareOrdinal(a, b))
    .map(([value, count]) => ({ value, detail: `on ${count} of ${nodes.length} nodes` }));
}
