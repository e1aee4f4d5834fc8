import type { Range } from '../../core/protocol/lsp.ts';
import { indexLines, offsetAt } from '../../server/analysis/document/lineIndex.ts';

/** A text with edits applied that do not overlap. */
export function applyEdits(text: string, edits: readonly { readonly range: Range; readonly newText: string }[]): string {
  const lines = indexLines(text);
  const placed = edits.map(edit => ({
    start: offsetAt(lines, edit.range.start),
    end: offsetAt(lines, edit.range.end),
    newText: edit.newText,
  }));
  return placed
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end), text);
}
