import { lineBreakOf, lineOf } from '../document/lineIndex.ts';
import type { Mapping } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import type { SpanEdit } from '../finding.ts';

/** Adds a line `key: value` as the first entry of a mapping, in its own style. Null where the mapping is empty and so has no place for it. */
export function insertEntry(document: YamlDocument, mapping: Mapping, entry: string): SpanEdit | null {
  const first = mapping.pairs[0]?.key.span.start;
  if (first === undefined) return mapping.flow ? insertIntoEmpty(mapping, entry) : null;
  const span = { start: first, end: first };
  if (mapping.flow) return { span, newText: `${entry}, ` };
  const column = first - (document.lines.starts[lineOf(document.lines, first)] ?? 0);
  const newline = lineBreakOf(document.text);
  return { span, newText: `${entry}${newline}${' '.repeat(column)}` };
}

function insertIntoEmpty(mapping: Mapping, entry: string): SpanEdit {
  const inside = mapping.span.start + 1;
  return { span: { start: inside, end: inside }, newText: entry };
}
