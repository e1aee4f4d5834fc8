import { at, isJsonObject, jsonEquals } from '../../../core/base/json.ts';
import { leadsInto } from '../document/leadsInto.ts';
import { locate } from '../document/locate.ts';
import type { Mapping, Node } from '../document/tree.ts';
import type { Step } from '../document/value.ts';
import { meansTheSame } from '../edits/meansTheSame.ts';
import type { SpanEdit } from '../finding.ts';
import type { ContainerAt } from '../rules/manifest.ts';
import type { RefactoringSource, Spot } from './refactoring.ts';

/**
 * On the resources of a container: extracts them into an anchor, where other containers say the same in full. What the API server gets stays the same:
 * kubectl resolves anchors before it sends anything.
 */
export const shareResources: RefactoringSource = spot => {
  const here = spot.manifest.containers.find(({ path }) => leadsInto(spot.path, [...path, 'resources']));
  const resources = here === undefined ? undefined : at(here.value, 'resources');
  if (!isJsonObject(resources) || Object.keys(resources).length === 0) return [];
  const same = allContainers(spot).filter(container => jsonEquals(at(container.value, 'resources') ?? null, resources));
  const nodes = same.flatMap(container => blockAt(spot, [...container.path, 'resources']) ?? []);
  const [first, ...rest] = [...nodes].sort((a, b) => a.span.start - b.span.start);
  // What somebody has noted beside a number must not get lost.
  const others = rest.filter(({ span, anchor }) => anchor === null && !spot.document.text.slice(span.start, span.end).includes('#'));
  if (first === undefined || others.length === 0) return [];
  const name = first.anchor ?? freeAnchor(spot.document.text);
  const edits = [...(first.anchor === null ? [anchorOn(spot, first, name)] : []), ...others.map(node => aliasFor(spot, node, name))];
  if (!meansTheSame(spot.document, edits)) return [];
  return [{ title: `Extract the resources of ${others.length + 1} containers into an anchor`, edits }];
};

function allContainers({ manifest }: Spot): readonly ContainerAt[] {
  return [...manifest.initContainers, ...manifest.containers];
}

/** The resources as they are written at this very place, in lines or in braces; null where an alias stands. */
function blockAt({ document, daemonSet }: Spot, path: readonly Step[]): Mapping | null {
  const { node, depth, key } = locate(daemonSet.node, path);
  const own = depth === path.length && key !== null && key.end <= node.span.start && isOwn(document.text.slice(key.end, node.span.start));
  return own && node.kind === 'mapping' ? node : null;
}

/** Nothing but a colon, blanks, comments and an anchor stand between a key and its own value. */
function isOwn(between: string): boolean {
  return /^\s*:(?:\s|#.*|&\S+)*$/.test(between);
}

/** Behind the colon, or before the brace. */
function anchorOn({ document }: Spot, node: Node, name: string): SpanEdit {
  const at = colonBefore(document.text, node) + 1;
  return { span: { start: at, end: at }, newText: ` &${name}` };
}

function aliasFor({ document }: Spot, node: Node, name: string): SpanEdit {
  const start = colonBefore(document.text, node) + 1;
  const end = start + document.text.slice(start, node.span.end).trimEnd().length;
  return { span: { start, end }, newText: ` *${name}` };
}

function colonBefore(text: string, node: Node): number {
  const key = /resources["']?\s*:(?:\s|#.*|&\S+)*$/.exec(text.slice(0, node.span.start));
  return key === null ? node.span.start - 1 : text.indexOf(':', key.index);
}

function freeAnchor(text: string): string {
  let name = 'resources';
  for (let number = 2; text.includes(`&${name}`); number++) name = `resources${number}`;
  return name;
}
