import { at, isJsonArray } from '../../../core/base/json.ts';
import { requiredAffinityMatches } from '../../../core/kubernetes/nodeAffinity.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { NodeSelectorTerm } from '../../../core/kubernetes/objects/podTemplate.ts';
import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { World } from './effectiveValue.ts';
import { escapeMarkdown } from './markdown.ts';

/** So many are named; the rest is a number. */
const named = 5;

/** On a label of nodeSelector, a requirement of node affinity, or the key of a toleration: the nodes of the chosen cluster that have it. Null elsewhere, and without a cluster. */
export function nodesWith(path: JsonPath, { manifest, nodes }: World): string | null {
  const field = path[3];
  const last = String(path.at(-1));
  if (nodes === null) return null;
  const written = at(manifest, ...path);
  if (field === 'nodeSelector' && path.length === 5) {
    return listed(nodes, ({ labels }) => Object.hasOwn(labels, last) && labels[last] === written, 'this label');
  }
  const requirement = requirementAt(path, manifest);
  if (requirement !== null) return listed(nodes, node => requiredAffinityMatches({ terms: [requirement] }, node), 'what this asks for');
  if (field !== 'tolerations' || last !== 'key') return null;
  return listed(nodes, ({ taints }) => taints.some(taint => taint.key === written), 'this taint');
}

/** The one requirement around a path, as a term of its own. */
function requirementAt(path: JsonPath, manifest: World['manifest']): NodeSelectorTerm | null {
  const place = path.findIndex(step => step === 'matchExpressions' || step === 'matchFields');
  const list = path[place];
  if (place < 0 || !path.includes('nodeAffinity') || path.length < place + 3) return null;
  const written = at(manifest, ...path.slice(0, place + 2));
  const key = at(written, 'key');
  const operator = at(written, 'operator');
  const values = at(written, 'values') ?? [];
  if (typeof key !== 'string' || typeof operator !== 'string' || !isJsonArray(values)) return null;
  const requirement = { key, operator, values: values.map(String) };
  return list === 'matchFields'
    ? { matchExpressions: [], matchFields: [requirement] }
    : { matchExpressions: [requirement], matchFields: [] };
}

function listed(nodes: readonly Node[], has: (node: Node) => boolean, what: string): string {
  const found = nodes.filter(has).map(node => escapeMarkdown(node.name));
  if (found.length === 0) return `No node of the chosen cluster has ${what}.`;
  const names = found.slice(0, named).join(', ') + (found.length > named ? `, and ${found.length - named} more` : '');
  return `${found.length} of ${nodes.length} nodes of the chosen cluster ${found.length === 1 ? 'has' : 'have'} ${what}: ${names}.`;
}
