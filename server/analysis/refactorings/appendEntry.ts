import { lineOf } from '../document/lineIndex.ts';
import type { Mapping } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import type { SpanEdit } from '../finding.ts';

/**
 * Adds lines (a key and what is below it, indented by two a level) behind the last entry of a block mapping. Null for a mapping in braces or one
 * without entries.
 */
export function appendEntry(document: YamlDocument, mapping: Mapping, lines: readonly string[]): SpanEdit | null {
  const first = mapping.pairs[0];
  const last = mapping.pairs.at(-1);
  if (mapping.flow || first === undefined || last === undefined) return null;
  const { text } = document;
  const column = first.key.span.start - (document.lines.starts[lineOf(document.lines, first.key.span.start)] ?? 0);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const at = endOfLine(text, lastCharacter(text, Math.max(last.key.span.end, last.value.span.end)));
  return { span: { start: at, end: at }, newText: lines.map(line => `${newline}${' '.repeat(column)}${line}`).join('') };
}

/** A block collection's span may reach over blank lines and comments behind it. */
function lastCharacter(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function endOfLine(text: string, at: number): number {
  const end = /[\r\n]/.exec(text.slice(at));
  return end === null ? text.length : at + end.index;
}
