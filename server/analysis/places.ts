import { fieldAt } from '../../core/kubernetes/schema/schema.ts';
import type { Range } from '../../core/protocol/lsp.ts';
import { rangeOf } from './document/lineIndex.ts';
import type { Mapping, Node } from './document/tree.ts';
import type { Step } from './document/value.ts';
import type { YamlDocument } from './document/yamlDocument.ts';

/** Enough for any manifest written by hand; a larger one loses links, nothing else. */
const maxPlaces = 1500;

/**
 * Where the fields of a manifest stand: `spec.updateStrategy.type`, `spec.template.spec.containers[0].image`,
 * `spec.template.spec.nodeSelector[disk]`. A scalar's range is its value, that of anything else its key (a list item's: its first key).
 */
export function placesOf(document: YamlDocument, root: Mapping): Readonly<Record<string, Range>> {
  const places: [string, Range][] = [];
  collect(root, '', [], (path, node, keyed) => {
    if (places.length < maxPlaces) places.push([path, rangeOf(document.lines, node.kind === 'scalar' ? node.span : keyed.span)]);
  });
  return Object.fromEntries(places);
}

type Take = (path: string, value: Node, keyed: { readonly span: Node['span'] }) => void;

function collect(node: Node, prefix: string, path: readonly Step[], take: Take): void {
  if (node.kind === 'sequence') {
    node.items.forEach((item, index) => {
      const here = `${prefix}[${index}]`;
      take(here, item, { span: item.kind === 'mapping' ? (item.pairs[0]?.key.span ?? item.span) : item.span });
      collect(item, here, [...path, index], take);
    });
  }
  if (node.kind !== 'mapping') return;
  const isMap = fieldAt(path)?.kind === 'map';
  for (const pair of node.pairs) {
    if (pair.key.kind !== 'scalar') continue;
    const here = isMap ? `${prefix}[${pair.key.text}]` : prefix === '' ? pair.key.text : `${prefix}.${pair.key.text}`;
    take(here, pair.value, pair.key);
    collect(pair.value, here, [...path, pair.key.text], take);
  }
}
