import { type LineIndex, lineOf, lineText } from '../document/lineIndex.ts';
import { commentStart, endOfFlow } from '../document/tokens.ts';
import { touches } from '../document/tree.ts';
import { ancestryOf, siblingKeys } from './ancestry.ts';
import { type Entry, type Outline, scanEntries } from './entries.ts';
import { flowSlots } from './flowSlots.ts';
import { freeLineSlots } from './freeLine.ts';
import { blockSlot, type Slot } from './slot.ts';
import { indentOf, isFlush } from './style.ts';

/** What can be written at an offset of a YAML document, be it broken or not. Empty inside comments and texts. */
export function slotsAt(lines: LineIndex, offset: number): { readonly slots: readonly Slot[]; readonly outline: Outline } {
  const outline = scanEntries(lines);
  return { slots: slotsIn(outline, offset), outline };
}

function slotsIn(outline: Outline, offset: number): readonly Slot[] {
  const { lines, entries } = outline;
  const line = lineOf(lines, offset);
  const start = lines.starts[line] ?? 0;
  const text = lineText(lines, line);
  const column = offset - start;
  const flow = outline.flows.find(span => span.start < offset && (offset < span.end || !isClosed(lines, span.start)) && offset <= span.end);
  if (flow !== undefined) return flowSlots(outline, flow, offset);
  if (outline.swallowed.has(line) || commentStart(text, 0) < column || /^(---|\.\.\.)/.test(text)) return [];
  const here = entries.findLast(entry => entry.line === line);
  if (here === undefined) return freeLineSlots(outline, line, column);
  const key = entries.find(entry => entry.line === line && entry.kind === 'key');
  if (key !== undefined && touches(key.span, offset)) return [renameSlot(outline, key)];
  if (offset <= here.span.start) return [];
  return here.kind === 'item' ? itemSlots(outline, here, offset) : valueSlots(outline, here, offset);
}

function isClosed(lines: LineIndex, start: number): boolean {
  const end = endOfFlow(lines.text, start);
  return /[\]}]/.test(lines.text[end - 1] ?? '') && end > start + 1;
}

function renameSlot({ entries }: Outline, key: Entry): Slot {
  const index = entries.indexOf(key);
  const { path } = ancestryOf(entries, index, key.column, 'key');
  const present = siblingKeys(entries, index, key.column).filter(name => name !== key.key);
  return { ...blockSlot, accepts: 'key', path, replace: key.span, column: key.column, present, renames: true };
}

/** Behind a dash: a scalar, or the first key of an object. */
function itemSlots({ lines, entries }: Outline, dash: Entry, offset: number): readonly Slot[] {
  if (dash.form === 'block-scalar' || dash.form === 'flow') return [];
  const index = entries.indexOf(dash);
  const list = ancestryOf(entries, index + 1, dash.column + 1, 'key');
  const next = entries[index + 1];
  const continued = next !== undefined && next.column > dash.column;
  const spaced = lines.text.slice(dash.span.end, offset) !== '';
  const column = continued ? next.column : spaced ? dash.value.start - (lines.starts[dash.line] ?? 0) : dash.column + 2;
  const replace =
    dash.form === 'empty' ? { start: offset, end: offset } : { start: dash.value.start, end: Math.max(offset, dash.value.end) };
  const common = { ...blockSlot, path: list.path, replace, prefix: spaced ? '' : ' ' };
  const key: Slot = { ...common, accepts: 'key', column, present: continued ? siblingKeys(entries, index + 1, column) : [] };
  return continued ? [key] : [key, { ...common, accepts: 'value', column, quote: quoteOf(lines.text, dash.value.start) }];
}

/** Behind a colon: a scalar, or an object or list that goes on on the next line. */
function valueSlots({ lines, entries }: Outline, key: Entry, offset: number): readonly Slot[] {
  if (key.form === 'block-scalar' || (key.form === 'flow' && offset > key.value.start)) return [];
  const index = entries.indexOf(key);
  const path = [...ancestryOf(entries, index, key.column, 'key').path, key.key];
  const next = entries[index + 1];
  const hasChildren = next !== undefined && (next.column > key.column || (next.column === key.column && next.kind === 'item'));
  const afterColon = lines.text.indexOf(':', key.span.end) + 1;
  if (offset < afterColon || hasChildren) return [];
  const spaced = offset > afterColon;
  if (key.form !== 'empty') {
    const replace = { start: Math.min(offset, key.value.start), end: Math.max(offset, key.value.end) };
    return [
      {
        ...blockSlot,
        accepts: 'value',
        path,
        replace,
        prefix: spaced ? '' : ' ',
        column: key.column,
        quote: quoteOf(lines.text, key.value.start),
      },
    ];
  }
  const column = key.column + indentOf(entries);
  const value: Slot = {
    ...blockSlot,
    accepts: 'value',
    path,
    replace: { start: offset, end: offset },
    prefix: spaced ? '' : ' ',
    column: key.column,
  };
  const below = { ...blockSlot, replace: { start: afterColon, end: offset } };
  const dashes = key.column + (isFlush(entries) ? 0 : indentOf(entries));
  return [
    value,
    { ...below, accepts: 'key', path, prefix: `\n${' '.repeat(column)}`, column },
    { ...below, accepts: 'item', path: [...path, 0], prefix: `\n${' '.repeat(dashes)}- `, column: dashes + 2 },
  ];
}

function quoteOf(text: string, at: number): Slot['quote'] {
  const char = text[at];
  return char === '"' || char === "'" ? char : '';
}
