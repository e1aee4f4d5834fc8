import type { Entry, Outline } from '../completion/entries.ts';
import { lineText } from '../document/lineIndex.ts';
import type { Looks } from './looks.ts';

/** How lines are to look; `flush`: lists stand at the column of their key. */
export interface Style extends Looks {
  readonly flush: boolean;
}

/** A key or dash that the lines below may belong to, with its column as it is and as it will be. */
interface Open {
  readonly kind: Entry['kind'];
  readonly old: number;
  readonly new: number;
}

/** What is known at a line on the way from top to bottom. */
interface Walk {
  open: readonly Open[];
  /** How far the last key or dash has moved: what goes on on further lines moves along. */
  shift: number;
  /** Lines of comments that the next key decides about. */
  readonly comments: number[];
}

/** Each line as it should be; null for those that stay whatever they are. */
export function newLines(outline: Outline, style: Style): readonly (string | null)[] {
  const { lines, entries, swallowed } = outline;
  const byLine = new Map<number, Entry[]>();
  for (const entry of entries) byLine.set(entry.line, [...(byLine.get(entry.line) ?? []), entry]);
  const result: (string | null)[] = lines.starts.map(() => null);
  const walk: Walk = { open: [], shift: 0, comments: [] };
  for (let line = 0; line < lines.starts.length; line++) {
    const text = lineText(lines, line);
    const own = byLine.get(line);
    if (swallowed.has(line)) result[line] = moved(text, walk.shift);
    else if (/^\s*#/.test(text)) walk.comments.push(line);
    else if (own !== undefined) {
      placeComments(outline, walk, own[0]?.column ?? 0, result, () => (result[line] = placeEntries(outline, own, walk, style)));
    } else if (text.trim() !== '' && !/^(---|\.\.\.|%)/.test(text)) result[line] = moved(text, walk.shift);
    if (style.trimTrailingWhitespace && !swallowed.has(line)) result[line] = (result[line] ?? text).trimEnd();
  }
  placeComments(outline, walk, null, result, () => undefined);
  return result;
}

/** A line without its last blanks is none of a text's business; one inside a text keeps them. */
function moved(text: string, shift: number): string | null {
  const indent = text.length - text.trimStart().length;
  if (shift === 0 || text === '') return null;
  return text.trim() === '' ? ' '.repeat(Math.max(0, text.length + shift)) : ' '.repeat(Math.max(0, indent + shift)) + text.slice(indent);
}

/** Puts a line's key or dashes where they belong, and notes them. */
function placeEntries({ lines }: Outline, own: readonly Entry[], walk: Walk, style: Style): string {
  const [first] = own;
  const text = lineText(lines, first?.line ?? 0);
  let done = '';
  for (const [index, entry] of own.entries()) {
    const column = index === 0 ? columnOf(entry, walk, style) : done.length;
    if (index === 0) done = ' '.repeat(column);
    walk.open = [...walk.open.filter(open => isAround(open, entry)), { kind: entry.kind, old: entry.column, new: column }];
    walk.shift = column - entry.column;
    const start = lines.starts[entry.line] ?? 0;
    const isLast = index === own.length - 1;
    const behind = text.slice(entry.span.end - start).replace(/^\s*:/, '');
    if (entry.kind === 'item') done += isLast ? `-${spaced(behind)}` : '- ';
    else done += `${text.slice(entry.column, entry.span.end - start)}:${spaced(behind)}`;
  }
  return done;
}

/** One blank before a value; before a comment as many as there are. */
function spaced(behind: string): string {
  const value = behind.trimStart();
  return value === '' || value.startsWith('#') ? behind : ` ${value}`;
}

/** Beside its sibling, or below what it belongs to. */
function columnOf(entry: Entry, { open }: Walk, style: Style): number {
  const sibling = open.find(one => one.old === entry.column && one.kind === entry.kind);
  if (sibling !== undefined) return sibling.new;
  const parent = open.findLast(one => isAround(one, entry));
  if (parent === undefined) return 0;
  if (parent.kind === 'item') return parent.new + 2;
  return parent.new + (entry.kind === 'item' && style.flush ? 0 : style.indent);
}

function isAround(open: Open, entry: Entry): boolean {
  return open.old < entry.column || (open.old === entry.column && open.kind === 'key' && entry.kind === 'item');
}

/** Comments stand at the column of the key below them, or else at that of what they have been in line with so far. */
function placeComments(outline: Outline, walk: Walk, below: number | null, result: (string | null)[], placeBelow: () => void): void {
  const before = walk.open;
  const { shift } = walk;
  placeBelow();
  for (const line of walk.comments.splice(0)) {
    const text = lineText(outline.lines, line);
    const column = text.length - text.trimStart().length;
    const inLine = (column === below ? walk.open : before).findLast(one => one.old === column);
    result[line] = ' '.repeat(Math.max(0, inLine?.new ?? column + shift)) + text.trim();
  }
}
