import { lineText } from '../document/lineIndex.ts';
import type { Span } from '../document/tree.ts';
import { ancestryOf, itemsBefore, siblingKeys } from './ancestry.ts';
import type { Entry, Outline } from './entries.ts';
import { blockSlot, type Slot } from './slot.ts';
import { indentOf, isFlush } from './style.ts';

/** A column at which a key or a dash may stand on a line between two entries. */
interface Level {
  readonly kind: Entry['kind'];
  readonly column: number;
  /** The value of the key right above: what stands here is its first line. */
  readonly first: boolean;
}

/**
 * What can be written on a line that is blank or holds one word. The column of the cursor says in which object; where no key can stand there without
 * breaking the lines around, the nearest column that can, and the indentation is put right.
 */
export function freeLineSlots(outline: Outline, line: number, column: number): readonly Slot[] {
  const text = lineText(outline.lines, line);
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  const word = /^[^\s#]*/.exec(text.slice(indent))?.[0] ?? '';
  if (column < indent || column > indent + word.length) return text.trim() === '' ? slotsAtColumn(outline, line, column, '') : [];
  if (text.slice(indent + word.length).trim() !== '' && !/^\s+#/.test(text.slice(indent + word.length))) return [];
  return slotsAtColumn(outline, line, word === '' ? column : indent, word);
}

function slotsAtColumn(outline: Outline, line: number, from: number, word: string): readonly Slot[] {
  const { lines, entries } = outline;
  const blanks = lineText(lines, line).slice(0, from);
  // A tab indents nothing in YAML: it counts as a level, and goes.
  const column = blanks.replaceAll('\t', ' '.repeat(indentOf(entries))).length;
  const index = entries.findIndex(entry => entry.line > line);
  const at = index < 0 ? entries.length : index;
  const levels = levelsBetween(entries, at, column);
  const fitting = levels.filter(level => level.column <= column);
  const chosen = fitting.length > 0 ? Math.max(...fitting.map(level => level.column)) : Math.min(...levels.map(level => level.column));
  const start = lines.starts[line] ?? 0;
  const fix = (wanted: number): Replacement =>
    blanks.includes('\t') ? untabbed(start, from, wanted, word) : replacement(start, column, wanted, word);
  const here = levels.filter(level => level.column === chosen).flatMap(level => slotsOfLevel(entries, at, level, fix(level.column)));
  const further = keysOfItem(levels, chosen).flatMap(level => slotsOfLevel(entries, at, level, fix(level.column)));
  return [...here, ...further.map(slot => ({ ...slot, beside: true }))];
}

/** At the column of a dash, where editors put the cursor behind the line with the dash: the item may go on, two columns further. */
function keysOfItem(levels: readonly Level[], column: number): readonly Level[] {
  if (!levels.some(level => level.kind === 'item' && level.column === column && !level.first)) return [];
  const deeper = levels.filter(level => level.column > column).sort((a, b) => a.column - b.column);
  return deeper[0]?.kind === 'key' && !deeper[0].first ? [deeper[0]] : [];
}

interface Replacement {
  readonly replace: Span;
  readonly prefix: string;
}

/** The word; with the blanks before it where they have to be put right. */
function replacement(start: number, column: number, wanted: number, word: string): Replacement {
  const end = start + column + word.length;
  if (wanted === column) return { replace: { start: start + column, end }, prefix: '' };
  if (wanted > column) return { replace: { start: start + column, end }, prefix: ' '.repeat(wanted - column) };
  return { replace: { start: start + wanted, end }, prefix: '' };
}

function untabbed(start: number, from: number, wanted: number, word: string): Replacement {
  return { replace: { start, end: start + from + word.length }, prefix: ' '.repeat(wanted) };
}

function levelsBetween(entries: readonly Entry[], at: number, column: number): readonly Level[] {
  const above = entries[at - 1];
  const below = entries[at];
  const chain = ancestryOf(entries, at, Number.POSITIVE_INFINITY, 'key').entries;
  const levels: Level[] = chain.map(entry => ({ kind: entry.kind, column: entry.column, first: false }));
  if (above === undefined) levels.push({ kind: 'key', column: 0, first: false });
  else if (above.form === 'empty') levels.push(...firstLevels(entries, above, below, column));
  return levels.filter(level => below === undefined || fitsBefore(level, below, above));
}

/** Below a key (or dash) without a value: its value starts here, deeper than the key, or as a list at the key's own column. */
function firstLevels(entries: readonly Entry[], above: Entry, below: Entry | undefined, column: number): readonly Level[] {
  const deeper = column > above.column ? column : above.column + indentOf(entries);
  const given = below !== undefined && below.column > above.column ? below.column : deeper;
  const keys: Level = { kind: 'key', column: given, first: true };
  if (above.kind === 'item') return [keys];
  const flush =
    (isFlush(entries) || !entries.some(entry => entry.kind === 'item') || (below?.kind === 'item' && below.column === above.column)) &&
    column <= above.column;
  return [keys, { kind: 'item', column: flush ? above.column : given, first: true }];
}

/** A new key must not take what follows for its own value, and a new first value must go with the old one. */
function fitsBefore(level: Level, below: Entry, above: Entry | undefined): boolean {
  if (level.column < below.column) return false;
  const isValueOfAbove =
    above !== undefined &&
    (below.column > above.column || (below.column === above.column && below.kind === 'item' && above.kind === 'key'));
  if (isValueOfAbove) return level.first && level.column === below.column && level.kind === below.kind;
  return !(level.kind === 'key' && below.kind === 'item' && below.column === level.column);
}

function slotsOfLevel(entries: readonly Entry[], at: number, level: Level, where: Replacement): readonly Slot[] {
  const { path } = ancestryOf(entries, at, level.column, level.kind);
  const common = { ...blockSlot, ...where };
  if (level.kind === 'key') {
    const key: Slot = { ...common, accepts: 'key', path, column: level.column, present: siblingKeys(entries, at, level.column) };
    return level.first ? [key, { ...common, accepts: 'value', path, column: level.column }] : [key];
  }
  const index = itemsBefore(entries, at, level.column);
  return [{ ...common, accepts: 'item', path: [...path, index], prefix: `${where.prefix}- `, column: level.column + 2 }];
}
