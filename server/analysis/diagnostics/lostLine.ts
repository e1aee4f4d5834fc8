import { childrenOf, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { ancestryOf, siblingKeys } from '../completion/ancestry.ts';
import { type Entry, type Outline, scanEntries } from '../completion/entries.ts';
import { indentOf } from '../completion/style.ts';
import { lineOf, lineText } from '../document/lineIndex.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';

/** A line that would make sense of what stands below it. */
export interface LostLine {
  /** The line before which it is missing, from 0. */
  readonly before: number;
  readonly column: number;
  /** The key alone (`volumes`), or of an entry of a list its first key (`name`). */
  readonly key: string;
  /** Of an entry `- name: …` nobody can guess the value. */
  readonly item: boolean;
}

/**
 * Lines that may be missing above a place, the likeliest first: keys that could hold what stands there, in the objects that are open there, and first
 * lines of list entries.
 *
 * Assumptions: only one line is missing, it is not further up than the block that the place is in, and what is below it is indented as it was.
 */
export function lostLines(document: YamlDocument, places: readonly number[]): readonly LostLine[] {
  const outline = scanEntries(document.lines);
  const lines = [...new Set(places.flatMap(place => blockAround(outline, lineOf(document.lines, place))))];
  const found = lines.flatMap(line => linesAbove(outline, line));
  const keys = found.map(one => JSON.stringify(one));
  return found.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** The text of the line; `value`: of an entry. */
export function textOf({ column, key, item }: LostLine, value: string): string {
  return `${' '.repeat(column)}${item ? `- ${key}: ${value}` : `${key}:`}`;
}

/** More lines of a block are not looked at: the first ones tell. */
const mostAbove = 6;

/** The line, those above it that are indented alike, the entry it goes on with, and the first line of what is indented deeper right above. */
function blockAround(outline: Outline, line: number): readonly number[] {
  const column = columnOf(outline, line);
  const block = [line];
  let deeper: number | null = null;
  for (let above = line - 1; above >= 0 && block.length < mostAbove; above--) {
    const other = columnOf(outline, above);
    if (other < 0 || outline.swallowed.has(above)) continue;
    if (other > column) deeper = above;
    if (other > column) continue;
    if (deeper !== null && block.length === 1) block.unshift(deeper);
    // above the entry of a list whose first line this block goes on with, its key may be missing
    if (other === column || /^\s*- /.test(lineText(outline.lines, above))) block.push(above);
    if (other < column) break;
  }
  return block;
}

/** Where a line starts; -1: it is blank or a comment. */
function columnOf(outline: Outline, line: number): number {
  const text = lineText(outline.lines, line);
  return /^\s*(#|$)/.test(text) ? -1 : (/^ */.exec(text)?.[0].length ?? 0);
}

function linesAbove(outline: Outline, line: number): readonly LostLine[] {
  const { entries } = outline;
  const index = entries.findIndex(entry => entry.line >= line);
  const first = entries[index];
  if (first === undefined || first.line !== line) return [];
  const open = ancestryOf(entries, index, Number.POSITIVE_INFINITY, 'key').entries;
  const innermost = open.at(-1);
  const columns = new Set(open.filter(entry => entry.kind === 'key').map(entry => entry.column));
  // of a block that lost its only key nothing else tells the column
  if (innermost?.form === 'empty') columns.add(Math.max(innermost.column + 1, first.column - indentOf(entries)));
  const fits = [...columns].filter(column => column < first.column || (column === first.column && first.kind === 'item'));
  const keys = fits
    .sort((a, b) => b - a)
    .flatMap(column => keysAt(outline, index, column).map(key => ({ before: line, column, key, item: false })));
  return [...keys, ...itemAt(outline, index, open).map(item => ({ before: line, ...item, item: true }))];
}

/** The keys at a column that are not there yet and could hold the block that starts at an entry. */
function keysAt({ entries }: Outline, index: number, column: number): readonly string[] {
  const path = insideDaemonSet(ancestryOf(entries, index, column, 'key').path);
  const present = new Set(siblingKeys(entries, index, column));
  const block = blockFrom(entries, index);
  // a lone dash says nothing of where it belongs
  if (block.list && block.keys.length === 0 && entries[index]?.form === 'empty') return [];
  return [...childrenOf(path)]
    .filter(([name, facts]) => {
      if (present.has(name) || name === 'ephemeralContainers' || name === 'status') return false;
      if (block.list)
        return facts.kind === 'list' && (facts.ref === undefined ? block.keys.length === 0 : hasAll([...path, name, 0], block.keys));
      return facts.kind === 'map' || (facts.kind === 'object' && hasAll([...path, name], block.keys));
    })
    .sort(([, a], [, b]) => Number(b.required === true) - Number(a.required === true))
    .map(([name]) => name);
}

/** The keys of the object, or of the first entry of the list, that starts at an entry. */
function blockFrom(entries: readonly Entry[], index: number): { readonly list: boolean; readonly keys: readonly string[] } {
  const first = entries[index];
  if (first === undefined) return { list: false, keys: [] };
  const inner = first.kind === 'item' ? entries[index + 1] : first;
  if (inner === undefined || inner.kind === 'item' || (first.kind === 'item' && inner.line !== first.line)) return { list: true, keys: [] };
  const keys: string[] = [];
  for (const entry of entries.slice(first.kind === 'item' ? index + 1 : index)) {
    if (entry.column < inner.column) break;
    if (entry.column === inner.column && entry.kind === 'key') keys.push(entry.key);
  }
  return { list: first.kind === 'item', keys };
}

function hasAll(path: JsonPath, keys: readonly string[]): boolean {
  const fields = childrenOf(path);
  return keys.length > 0 && keys.every(key => fields.has(key));
}

/** The first line of an entry of the list that is open above: its other keys stand where they stood. */
function itemAt({ entries }: Outline, index: number, open: readonly Entry[]): readonly { readonly column: number; readonly key: string }[] {
  const first = entries[index];
  const item = [...open].reverse().find(entry => entry.kind === 'item' && first !== undefined && entry.column < first.column);
  if (item === undefined || first?.kind !== 'key') return [];
  const path = insideDaemonSet(ancestryOf(entries, index, first.column, 'key').path);
  const keys = blockFrom(entries, index).keys;
  if (!hasAll(path, [first.key])) return [];
  const lead = ['name', 'key', 'containerPort', 'type', 'effect', 'operator'].find(
    name => childrenOf(path).has(name) && !keys.includes(name),
  );
  return lead === undefined ? [] : [{ column: item.column, key: lead }];
}

/** A path within its DaemonSet: without the List around it. */
function insideDaemonSet(path: JsonPath): JsonPath {
  return path[0] === 'items' && typeof path[1] === 'number' ? path.slice(2) : path;
}
