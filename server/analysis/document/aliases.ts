import type { Node } from './tree.ts';

/** The anchors of a document, and how much following their aliases may still cost. */
export interface Scope {
  readonly anchors: ReadonlyMap<string, Node>;
  /** Nodes below each anchor, aliases followed. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Anchors being read: an alias to one of them would never end. */
  readonly open: Set<string>;
  budget: number;
}

/** How many nodes aliases may add. The largest real manifests have some thousand nodes. */
const aliasBudget = 50_000;

export function createScope(root: Node): Scope {
  const anchors = new Map<string, Node>();
  const sizes = new Map<string, number>();
  measure(root, anchors, sizes);
  return { anchors, sizes, open: new Set(), budget: aliasBudget };
}

/** Takes the cost of one alias from the budget; false when there is not enough left. */
export function spend(scope: Scope, name: string): boolean {
  const cost = scope.sizes.get(name) ?? 1;
  if (cost > scope.budget) return false;
  scope.budget -= cost;
  return true;
}

/** Collects anchors in order of the text; an anchor set twice means its last value, which is near enough for a document that is valid. */
function measure(node: Node, anchors: Map<string, Node>, sizes: Map<string, number>): number {
  let size = 1;
  if (node.kind === 'alias') size = sizes.get(node.name) ?? 1;
  if (node.kind === 'sequence') for (const item of node.items) size += measure(item, anchors, sizes);
  if (node.kind === 'mapping')
    for (const pair of node.pairs) size += measure(pair.key, anchors, sizes) + measure(pair.value, anchors, sizes);
  if (node.anchor !== null) {
    anchors.set(node.anchor, node);
    sizes.set(node.anchor, size);
  }
  return size;
}
