import { type Outline, scanEntries } from '../completion/entries.ts';
import { isFlush } from '../completion/style.ts';
import { readValue } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { meansTheSame } from '../edits/meansTheSame.ts';
import type { SpanEdit } from '../finding.ts';
import type { Looks } from './looks.ts';
import { newLines } from './newLines.ts';

/**
 * The edits that put the lines of a YAML document in order: indentation, the blanks behind dashes and colons, and those at the end of lines. Nothing else is
 * touched: order, comments, quotes, block scalars, anchors and braces stay as they are, and lists stay at or below the column of their key as the
 * document has it. `isWanted`: the lines (from 0) that may change. None for a document that cannot be read, or where a change of looks would change what it says.
 */
export function formatDocument(
  document: YamlDocument,
  looks: Looks,
  isWanted: (line: number) => boolean = () => true,
): readonly SpanEdit[] {
  if (document.root === null || document.problems.length > 0 || document.partial) return [];
  // Template braces outside of a chart, an alias without an anchor: no text to be sure of.
  if (readValue(document.root).problems.some(problem => problem.kind !== 'duplicate-key')) return [];
  const outline = scanEntries(document.lines);
  if (outline.entries.length === 0) return [];
  const edits = newLines(outline, { ...looks, flush: isFlush(outline.entries) }).flatMap((text, line) =>
    text === null || !isWanted(line) ? [] : lineEdit(outline, line, text),
  );
  return edits.length > 0 && meansTheSame(document, edits) ? edits : [];
}

/** What differs in a line, and no more: cursors and marks on the rest stay. */
function lineEdit({ lines }: Outline, line: number, text: string): readonly SpanEdit[] {
  const start = lines.starts[line] ?? 0;
  const old = /^[^\r\n]*/.exec(lines.text.slice(start, lines.starts[line + 1]))?.[0] ?? '';
  if (old === text) return [];
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return [{ span: { start: start + head, end: start + old.length - tail }, newText: text.slice(head, text.length - tail) }];
}
