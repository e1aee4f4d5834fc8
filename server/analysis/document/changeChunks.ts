import type { Position, Range } from '../../../core/protocol/lsp.ts';
import { indexLines, offsetAt } from './lineIndex.ts';
import { type Chunk, countLineBreaks, splitDocuments } from './split.ts';

/** An edit: what stands in a range is replaced. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/**
 * The documents of a file after an edit. Only those that the edit touches and their neighbours are taken apart anew (a marker may have come, gone, or
 * lost its line), so that a keystroke costs the same in a file of any length.
 *
 * *Invariant*: the result equals {@link splitDocuments} of the whole text after the edit.
 */
export function changeChunks(chunks: readonly Chunk[], { range, text }: TextChange): readonly Chunk[] {
  const [start, end] = isBefore(range.end, range.start) ? [range.end, range.start] : [range.start, range.end];
  const first = indexAt(chunks, start.line);
  const last = indexAt(chunks, end.line);
  const low = Math.max(0, first - 1);
  const next = Math.min(chunks.length, last + 2);
  const head = textOfChunks(chunks.slice(low, first)) + textBefore(chunks[first], start);
  const region = head + text + textFrom(chunks[last], end) + textOfChunks(chunks.slice(last + 1, next));
  const base = chunks[low] ?? { start: 0, startLine: 0 };
  const before = chunks[next];
  const kept = chunks.length - (next - low);
  const renewed = region === '' && kept > 0 ? [] : splitDocuments(region);
  const moved = {
    start: base.start + region.length - (before?.start ?? 0),
    startLine: base.startLine + countLineBreaks(region) - (before?.startLine ?? 0),
  };
  return [...chunks.slice(0, low), ...renewed.map(chunk => move(chunk, base)), ...chunks.slice(next).map(chunk => move(chunk, moved))];
}

export function textOfChunks(chunks: readonly Chunk[]): string {
  return chunks.map(chunk => chunk.text).join('');
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The document that holds a line; the last one for lines past the end. */
function indexAt(chunks: readonly Chunk[], line: number): number {
  return Math.max(
    0,
    chunks.findLastIndex(chunk => chunk.startLine <= line),
  );
}

function textBefore(chunk: Chunk | undefined, position: Position): string {
  return chunk === undefined ? '' : chunk.text.slice(0, offsetIn(chunk, position));
}

function textFrom(chunk: Chunk | undefined, position: Position): string {
  return chunk === undefined ? '' : chunk.text.slice(offsetIn(chunk, position));
}

function offsetIn(chunk: Chunk, { line, character }: Position): number {
  return offsetAt(indexLines(chunk.text), { line: line - chunk.startLine, character });
}

function move(chunk: Chunk, by: { readonly start: number; readonly startLine: number }): Chunk {
  return by.start === 0 && by.startLine === 0
    ? chunk
    : { start: chunk.start + by.start, startLine: chunk.startLine + by.startLine, text: chunk.text };
}
