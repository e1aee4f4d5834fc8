import type { Position, Range } from '../../../core/protocol/lsp.ts';
import type { Span } from './tree.ts';

/** Where the lines of a text start, to go from offsets to positions and back. Lines end at LF, CRLF or CR, as in LSP. */
export interface LineIndex {
  readonly text: string;
  /** Offset of the first character of each line; the first one is 0. */
  readonly starts: readonly number[];
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  const hasLoneReturn = /\r(?!\n)/.test(text);
  if (!hasLoneReturn) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  } else {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  }
  return { text, starts };
}

/** The position of an offset. Offsets outside the text are taken as its nearest end. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, lines.text.length));
  const line = lineOf(lines, inside);
  return { line, character: inside - (lines.starts[line] ?? 0) };
}

/** The offset of a position. Positions past the end of a line or of the text are taken as its end. */
export function offsetAt(lines: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  const start = lines.starts[position.line];
  if (start === undefined) return lines.text.length;
  return Math.min(start + Math.max(0, position.character), lineEnd(lines, position.line));
}

export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, Math.max(span.start, span.end)) };
}

/** The line break that a text is written with: CRLF as soon as there is one. */
export function lineBreakOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A line's text without its line break; empty for a line that is not there. */
export function lineText(lines: LineIndex, line: number): string {
  const start = lines.starts[line];
  return start === undefined ? '' : lines.text.slice(start, lineEnd(lines, line));
}

/** The offset at which a line's text ends, before its line break. */
export function lineEnd(lines: LineIndex, line: number): number {
  let end = lines.starts[line + 1] ?? lines.text.length;
  const start = lines.starts[line] ?? end;
  while (end > start && (lines.text[end - 1] === '\n' || lines.text[end - 1] === '\r')) end--;
  return end;
}

/** The number of the line that holds an offset. */
export function lineOf(lines: LineIndex, offset: number): number {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
