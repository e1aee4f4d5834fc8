import { type LineIndex, lineText } from '../document/lineIndex.ts';
import { commentStart, endOfFlow, endOfQuoted, keyEnd } from '../document/tokens.ts';
import type { Span } from '../document/tree.ts';

/** What stands behind a key or dash on its line. */
export type ValueForm = 'empty' | 'scalar' | 'flow' | 'block-scalar';

/** A key or a dash of block YAML, seen line by line: what is known of a document however broken it is. */
export interface Entry {
  readonly kind: 'key' | 'item';
  readonly line: number;
  readonly column: number;
  /** The key without its quotes; empty for a dash. */
  readonly key: string;
  /** The key as written, or the dash. */
  readonly span: Span;
  /** From the first character of the value to its last one (of a flow or quoted value: on other lines, maybe); empty at the end of the line. */
  readonly value: Span;
  readonly form: ValueForm;
}

/** The lines of a document, taken apart without a parser. */
export interface Outline {
  readonly lines: LineIndex;
  readonly entries: readonly Entry[];
  /** Flow collections `[ ]` and `{ }` that stand in block positions. */
  readonly flows: readonly Span[];
  /** Lines that only go on with a value: of a block scalar, a flow collection, a quoted scalar. */
  readonly swallowed: ReadonlySet<number>;
}

/** Scans a document from top to bottom. */
export function scanEntries(lines: LineIndex): Outline {
  const entries: Entry[] = [];
  const flows: Span[] = [];
  const swallowed = new Set<number>();
  for (let line = 0; line < lines.starts.length; line++) {
    if (swallowed.has(line)) continue;
    const found = scanLine(lines, line);
    entries.push(...found.entries);
    if (found.flow !== null) flows.push(found.flow);
    const last = found.lastLine;
    for (let inside = line + 1; inside <= last; inside++) swallowed.add(inside);
  }
  return { lines, entries, flows, swallowed };
}

/** Lists in lists in lists: no more on a line. */
const mostDashes = 20;

interface ScannedLine {
  readonly entries: readonly Entry[];
  readonly flow: Span | null;
  /** The last line that belongs to the value that starts here. */
  readonly lastLine: number;
}

function scanLine(lines: LineIndex, line: number): ScannedLine {
  const start = lines.starts[line] ?? 0;
  const text = lineText(lines, line);
  const entries: Entry[] = [];
  let column = /^(?:--- )?\s*/.exec(text)?.[0].length ?? 0;
  if (/^(---|\.\.\.)\s*(#.*)?$/.test(text)) return { entries, flow: null, lastLine: line };
  while (entries.length < mostDashes && /^-(\s|$)/.test(text.slice(column, column + 2))) {
    const next = column + (/^-\s*/.exec(text.slice(column))?.[0].length ?? 1);
    entries.push(entryOf(lines, line, { kind: 'item', column, key: '', end: column + 1 }, next));
    column = next;
  }
  const end = keyEnd(text, column);
  if (end !== null)
    entries.push(entryOf(lines, line, { kind: 'key', column, key: unquote(text.slice(column, end.key)), end: end.key }, end.value));
  const last = entries.at(-1);
  if (last === undefined)
    return {
      entries,
      flow: /^[[{]/.test(text.slice(column)) ? flowFrom(lines, start + column) : null,
      lastLine: lastLineOf(lines, line, start + column, null),
    };
  return {
    entries,
    flow: last.form === 'flow' ? last.value : null,
    lastLine:
      last.form === 'block-scalar'
        ? lastBlockLine(lines, line, entries[0]?.column ?? 0, last)
        : lastLineOf(lines, line, last.value.start, last),
  };
}

function entryOf(
  lines: LineIndex,
  line: number,
  at: { readonly kind: Entry['kind']; readonly column: number; readonly key: string; readonly end: number },
  valueColumn: number,
): Entry {
  const start = lines.starts[line] ?? 0;
  const text = lineText(lines, line);
  const end = commentStart(text, valueColumn);
  const trimmed = text.slice(0, end).trimEnd().length;
  const form = formOf(text.slice(valueColumn, Math.max(valueColumn, trimmed)));
  const value = { start: start + valueColumn, end: start + Math.max(valueColumn, trimmed) };
  return {
    kind: at.kind,
    line,
    column: at.column,
    key: at.key,
    span: { start: start + at.column, end: start + at.end },
    value: form === 'flow' ? flowFrom(lines, value.start + propertiesLength(text.slice(valueColumn))) : value,
    form,
  };
}

function formOf(value: string): ValueForm {
  const bare = value.slice(propertiesLength(value));
  if (bare === '') return 'empty';
  if (/^[|>][-+0-9]*$/.test(bare)) return 'block-scalar';
  return /^[[{]/.test(bare) ? 'flow' : 'scalar';
}

/** Anchors and tags before a value. */
function propertiesLength(value: string): number {
  return /^(?:[&!]\S*(?:\s+|$))*/.exec(value)?.[0].length ?? 0;
}

function flowFrom(lines: LineIndex, start: number): Span {
  return { start, end: endOfFlow(lines.text, start) };
}

function lastLineOf(lines: LineIndex, line: number, from: number, entry: Entry | null): number {
  const quoted = /^["']/.test(lines.text.slice(from, from + 1)) ? endOfQuoted(lines.text, from) : null;
  const end =
    quoted ??
    (entry?.form === 'flow' ? entry.value.end : /^[[{]/.test(lines.text.slice(from, from + 1)) ? endOfFlow(lines.text, from) : from);
  let last = line;
  while ((lines.starts[last + 1] ?? Number.POSITIVE_INFINITY) < end) last++;
  return last;
}

/** A block scalar goes on while lines are blank or indented deeper than the key (or dash) it belongs to. */
function lastBlockLine(lines: LineIndex, line: number, firstColumn: number, entry: Entry): number {
  const parent = entry.kind === 'item' ? firstColumn : entry.column;
  let last = line;
  for (let next = line + 1; next < lines.starts.length; next++) {
    const text = lineText(lines, next);
    if (text.trim() === '') {
      // Where the text ends, a blank line indented like the scalar is one more line of it.
      if (text.length > parent && last === next - 1) last = next;
      continue;
    }
    if ((/^ */.exec(text)?.[0].length ?? 0) <= parent) break;
    last = next;
  }
  return last;
}

function unquote(text: string): string {
  return /^(".*"|'.*')$/.test(text) ? text.slice(1, -1) : text;
}
