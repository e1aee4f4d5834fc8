import { indexLines, positionAt } from './lineIndex.ts';
import { parseYaml } from './parse.ts';
import { splitDocuments } from './split.ts';
import type { Node } from './tree.ts';

/** A scenario file has some hundred places; whoever writes more gets no line for the rest. */
const most = 5_000;

/**
 * On which line (from 0) each key and list item of a text's first document stands, by its path: `events[2].do`. For those who have only the JSON
 * and want to show a place of it.
 */
export function linesByPath(text: string): Readonly<Record<string, number>> {
  const lines = indexLines(text);
  const found: [string, number][] = [];
  const [chunk] = splitDocuments(text);
  const root = chunk === undefined ? null : parseYaml(chunk.text).root;
  if (chunk === undefined || root === null) return {};
  const note = (path: string, offset: number, node: Node): void => {
    if (found.length >= most) return;
    found.push([path, positionAt(lines, chunk.start + offset).line]);
    visit(path, node);
  };
  const visit = (path: string, node: Node): void => {
    if (node.kind === 'sequence') for (const [index, item] of node.items.entries()) note(`${path}[${index}]`, item.span.start, item);
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.pairs) {
      if (key.kind === 'scalar') note(path === '' ? key.text : `${path}.${key.text}`, key.span.start, value);
    }
  };
  visit('', root);
  return Object.fromEntries(found);
}
