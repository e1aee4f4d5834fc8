import { at } from '../../../core/base/json.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { World } from './effectiveValue.ts';
import { escapeMarkdown } from './markdown.ts';

/** So many are named; the rest is a number. */
const named = 5;

/** On a label of nodeSelector, or the key of a toleration: the nodes of the chosen cluster that have it. Null elsewhere, and without a cluster. */
export function nodesWith(path: JsonPath, { manifest, nodes }: World): string | null {
  const field = path[3];
  const last = String(path.at(-1));
  if (nodes === null) return null;
  const written = at(manifest, ...path);
  if (field === 'nodeSelector' && path.length === 5) {
    return listed(nodes, ({ labels }) => Object.hasOwn(labels, last) && labels[last] === written, 'this label');
  }
  if (field !== 'tolerations' || last !== 'key') return null;
  return listed(nodes, ({ taints }) => taints.some(taint => taint.key === written), 'this taint');
}

function listed(nodes: readonly Node[], has: (node: Node) => boolean, what: string): string {
  const found = nodes.filter(has).map(node => escapeMarkdown(node.name));
  if (found.length === 0) return `No node of the chosen cluster has ${what}.`;
  const names = found.slice(0, named).join(', ') + (found.length > named ? `, and ${found.length - named} more` : '');
  return `${found.length} of ${nodes.length} nodes of the chosen cluster ${found.length === 1 ? 'has' : 'have'} ${what}: ${names}.`;
}
