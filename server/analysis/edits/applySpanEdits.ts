import type { SpanEdit } from '../finding.ts';

/** A text after edits that do not overlap. */
export function applySpanEdits(text: string, edits: readonly SpanEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((done, edit) => done.slice(0, edit.span.start) + edit.newText + done.slice(edit.span.end), text);
}
