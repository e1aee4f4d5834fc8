import type { Node, Pair, Span } from './tree.ts';
import type { Step } from './value.ts';
import { isMergeKey } from './value.ts';

/** Where a path ends in the text. */
export interface Place {
  /** The value there; of a path that leads further than the text, the deepest value on the way. */
  readonly node: Node;
  /** The key or list item's own place; null for the root and for list items. */
  readonly key: Span | null;
  /** How many steps of the path the text has. */
  readonly depth: number;
}

/**
 * Follows a path of keys and indexes through a tree, aliases and merge keys included. Where the text ends early (a required field that is missing),
 * the place is that of the deepest value on the way.
 */
export function locate(root: Node, path: readonly Step[]): Place {
  const anchors = anchorsWhenNeeded(root);
  let place: Place = { node: follow(root, anchors), key: null, depth: 0 };
  for (const step of path) {
    const next = stepInto(place.node, step, anchors);
    if (next === null) break;
    place = { node: next.node, key: next.key, depth: place.depth + 1 };
  }
  return place;
}

/** The span that shows a place best: a scalar's value; else the key it stands under; for a list item that is an object, its first key. */
export function spanOfPlace(place: Place): Span {
  if (place.node.kind === 'scalar' && place.node.span.end > place.node.span.start) return place.node.span;
  if (place.key !== null) return place.key;
  return headOf(place.node);
}

/** The beginning of a value: its first key, its first item; itself when it is a scalar. */
export function headOf(node: Node): Span {
  if (node.kind === 'mapping') return node.pairs[0]?.key.span ?? node.span;
  if (node.kind === 'sequence' && !node.flow) return node.items[0] === undefined ? node.span : headOf(node.items[0]);
  return node.span;
}

function stepInto(node: Node, step: Step, anchors: Anchors): { node: Node; key: Span | null } | null {
  if (node.kind === 'sequence') {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return item === undefined ? null : { node: follow(item, anchors), key: null };
  }
  if (node.kind !== 'mapping') return null;
  const pair = node.pairs.findLast(one => keyMatches(one, String(step)));
  if (pair !== undefined) return { node: follow(pair.value, anchors), key: pair.key.span };
  return stepIntoMerged(node.pairs, step, anchors);
}

function stepIntoMerged(pairs: readonly Pair[], step: Step, anchors: Anchors): { node: Node; key: Span | null } | null {
  for (const pair of pairs.filter(isMergeKey)) {
    for (const source of pair.value.kind === 'sequence' ? pair.value.items : [pair.value]) {
      const target = follow(source, anchors);
      const found = target.kind === 'mapping' && target.pairs.some(one => one.key.kind === 'scalar' && one.key.text === step);
      if (found) return stepInto(target, step, anchors);
    }
  }
  return null;
}

function keyMatches(pair: Pair, key: string): boolean {
  return pair.key.kind === 'scalar' && pair.key.text === key;
}

/** An alias' target; the alias itself when there is none (or it leads in a circle). */
function follow(node: Node, anchors: Anchors): Node {
  let here = node;
  for (let hops = 0; here.kind === 'alias' && hops < 10; hops++) {
    const target = anchors().get(here.name);
    if (target === undefined) return here;
    here = target;
  }
  return here;
}

/** Looks for the anchors of a document: the first time somebody asks. */
type Anchors = () => ReadonlyMap<string, Node>;

/** Few paths lead over an alias, and ten thousand mistakes are placed one by one: the whole tree is walked only for those that do. */
function anchorsWhenNeeded(root: Node): Anchors {
  let found: ReadonlyMap<string, Node> | null = null;
  return () => {
    found ??= collectAnchors(root);
    return found;
  };
}

function collectAnchors(root: Node): ReadonlyMap<string, Node> {
  const anchors = new Map<string, Node>();
  const visit = (node: Node): void => {
    if (node.anchor !== null) anchors.set(node.anchor, node);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') {
      for (const pair of node.pairs) {
        visit(pair.key);
        visit(pair.value);
      }
    }
  };
  visit(root);
  return anchors;
}
