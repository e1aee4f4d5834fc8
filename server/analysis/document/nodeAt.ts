import { type Node, type Span, touches } from './tree.ts';
import type { Step } from './value.ts';

/** What stands at an offset: a key, or a scalar (a list, an object) and the way to it. */
export interface NodeAt {
  readonly path: readonly Step[];
  readonly on: 'key' | 'value';
  readonly span: Span;
  readonly node: Node;
}

/** The innermost key or value that holds an offset; null between them. */
export function nodeAt(node: Node, offset: number, path: readonly Step[] = []): NodeAt | null {
  if (node.kind === 'sequence') {
    const index = node.items.findIndex(item => touches(item.span, offset));
    const item = node.items[index];
    return item === undefined ? null : nodeAt(item, offset, [...path, index]);
  }
  if (node.kind === 'mapping') return inMapping(node.pairs, offset, path);
  return touches(node.span, offset) ? { path, on: 'value', span: node.span, node } : null;
}

function inMapping(pairs: readonly { readonly key: Node; readonly value: Node }[], offset: number, path: readonly Step[]): NodeAt | null {
  for (const { key, value } of pairs) {
    if (key.kind !== 'scalar') continue;
    const here = [...path, key.text];
    if (touches(key.span, offset)) return { path: here, on: 'key', span: key.span, node: value };
    if (touches(value.span, offset)) return nodeAt(value, offset, here);
  }
  return null;
}
