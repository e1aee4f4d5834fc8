import { isJsonArray, isJsonObject } from '../../../core/base/json.ts';
import { fieldAt } from '../../../core/kubernetes/schema/schema.ts';
import type { Situation } from '../diagnostics/situation.ts';
import { lineOf } from '../document/lineIndex.ts';
import type { Node, Sequence, Span } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import type { Fix } from '../finding.ts';

/** For one value where a list belongs: a list of it. For a list of one where a single value belongs: that one. */
export function listShapeFixes({ document, error, path, place }: Situation): readonly (Fix | null)[] {
  if (error.type !== 'TypeError' || place.depth < path.length) return [];
  const facts = fieldAt(path);
  const { node } = place;
  if (facts?.kind === 'list') {
    if (isJsonObject(error.value)) return [wrapped(document, node)];
    return typeof error.value === 'string' && facts.items === 'string' && node.kind === 'scalar' && node.style !== 'block'
      ? [replaced(node.span, `[${document.text.slice(node.span.start, node.span.end)}]`, 'Make it a list', !/\s/.test(error.value))]
      : [];
  }
  return isJsonArray(error.value) && node.kind === 'sequence' && node.items.length === 1 ? [unwrapped(document, node)] : [];
}

function wrapped(document: YamlDocument, node: Node): Fix | null {
  if (node.kind !== 'mapping' || node.anchor !== null) return null;
  const text = document.text.slice(node.span.start, node.span.end);
  if (node.flow) return replaced(node.span, `[${text}]`, 'Make it a list', true);
  return replaced(node.span, `- ${text.replace(/\n(?=[^\n])/g, '\n  ')}`, 'Put a dash before the first key', true);
}

function unwrapped(document: YamlDocument, node: Sequence): Fix | null {
  const [item] = node.items;
  if (item === undefined || item.anchor !== null) return null;
  const text = document.text.slice(item.span.start, item.span.end);
  if (node.flow) return replaced(node.span, text.trim(), 'Take it out of the list', true);
  // a dash less: what stands behind it keeps its column
  const line = lineOf(document.lines, item.span.start);
  const start = document.lines.starts[line] ?? 0;
  const lead = document.text.slice(start, item.span.start);
  if (!/^\s*-\s+$/.test(lead) || item.kind !== 'mapping') return null;
  return replaced({ start, end: item.span.start }, lead.replace('-', ' '), 'Remove the dash', true);
}

function replaced(span: Span, newText: string, title: string, preferred: boolean): Fix {
  return { title, preferred, edits: [{ span, newText }] };
}
