import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { closeBracket, endOfQuoted } from '../document/tokens.ts';
import type { Span } from '../document/tree.ts';
import { ancestryOf } from './ancestry.ts';
import type { Outline } from './entries.ts';
import { blockSlot, type Slot } from './slot.ts';

/** A bracket that is open at the cursor, and what it holds. */
interface Frame {
  readonly bracket: '[' | '{';
  readonly keys: string[];
  /** The key whose value comes next; null before the colon. */
  key: string | null;
  index: number;
  /** The last word or quoted text, not yet known to be a key or a value. */
  word: Span | null;
}

/** What can be written inside brackets: keys before a colon, values behind it. */
export function flowSlots(outline: Outline, flow: Span, offset: number): readonly Slot[] {
  const { text } = outline.lines;
  const frames = readFrames(text, flow.start, offset);
  const frame = frames.at(-1);
  if (frame === undefined) return [];
  const path = [...pathOfFlow(outline, flow), ...pathOfFrames(frames)];
  const token = tokenAround(text, offset, flow);
  const json = isJson(text);
  const common = { ...blockSlot, replace: token, column: 0, style: json ? 'json' : 'flow', quote: quoteAt(text, token) } as const;
  if (frame.bracket === '{' && frame.key === null) {
    const { before, after } = commas(text, token);
    const present = [...frame.keys, ...keysAfter(text, token.end)].filter(key => key !== '');
    const renames = /^\s*:/.test(text.slice(token.end));
    return [{ ...common, accepts: 'key', path, present, renames, ...(!renames && { prefix: before, suffix: after }) }];
  }
  const value = frame.bracket === '{' ? [...path, frame.key ?? ''] : [...path, frame.index];
  const prefix = text[token.start - 1] === ':' || text[token.start - 1] === ',' ? ' ' : '';
  return [{ ...common, accepts: 'value', path: value, prefix }];
}

/** The commas that a new entry needs to be set off from the ones around it. */
function commas(text: string, token: Span): { readonly before: string; readonly after: string } {
  const left = text.slice(0, token.start).trimEnd().at(-1) ?? '{';
  const right = text.slice(token.end).trimStart()[0] ?? '}';
  return { before: /[[{,]/.test(left) ? '' : ', ', after: /[\]},:]/.test(right) ? '' : ', ' };
}

/** A field of an object in brackets that holds one word. */
export interface FlowScalar {
  readonly path: JsonPath;
  readonly value: string;
}

/** The scalar fields called `names` inside brackets, at any depth. */
export function flowScalars(outline: Outline, flow: Span, names: readonly string[]): readonly FlowScalar[] {
  const { text } = outline.lines;
  const base = pathOfFlow(outline, flow);
  const found: FlowScalar[] = [];
  const frames: Frame[] = [];
  for (let at = flow.start; at < flow.end; ) {
    const { bracket = '[', key = null, word = null } = frames.at(-1) ?? {};
    const ends = /[,\]}]/.test(text[at] ?? '') && bracket === '{';
    if (ends && key !== null && names.includes(key))
      found.push({ path: [...base, ...pathOfFrames(frames), key], value: word === null ? '' : unquote(text.slice(word.start, word.end)) });
    at = readToken(text, at, flow.end, frames);
  }
  return found;
}

function readFrames(text: string, start: number, offset: number): readonly Frame[] {
  const frames: Frame[] = [];
  let at = start;
  while (at < offset) at = readToken(text, at, offset, frames);
  return frames;
}

/** Reads one token; gives the offset behind it. */
function readToken(text: string, at: number, offset: number, frames: Frame[]): number {
  const char = text[at] ?? '';
  const frame = frames.at(-1);
  if (char === '[' || char === '{') frames.push({ bracket: char, keys: [], key: null, index: 0, word: null });
  else if (char === ']' || char === '}') close(frames, char);
  else if (frame !== undefined && char === ',') endValue(frame);
  else if (frame !== undefined && char === ':' && /[\s,[\]{}"']|$/.test(text[at + 1] ?? ' ')) startValue(text, frame);
  else if (char === '#' && /\s/.test(text[at - 1] ?? '')) return lineEndFrom(text, at);
  else if (!/\s/.test(char)) return readWord(text, at, offset, frame);
  return at + 1;
}

function close(frames: Frame[], bracket: ']' | '}'): void {
  const open = closeBracket(frames.map(frame => frame.bracket).join(''), bracket);
  frames.length = open.length;
}

function endValue(frame: Frame): void {
  frame.key = null;
  frame.word = null;
  frame.index++;
}

function startValue(text: string, frame: Frame): void {
  if (frame.bracket !== '{' || frame.key !== null) return;
  frame.key = frame.word === null ? '' : unquote(text.slice(frame.word.start, frame.word.end));
  frame.keys.push(frame.key);
  frame.word = null;
}

function readWord(text: string, at: number, offset: number, frame: Frame | undefined): number {
  const char = text[at];
  const end =
    char === '"' || char === "'" ? endOfQuoted(text, at) : at + (/^[^\s,[\]{}:"']+|^./.exec(text.slice(at, at + 500))?.[0].length ?? 1);
  if (frame !== undefined) frame.word = { start: frame.word?.start ?? at, end: Math.min(end, offset) };
  return end;
}

/** The keys of the same object behind the cursor: up to the bracket that closes it. */
function keysAfter(text: string, from: number): string[] {
  const frames: Frame[] = [{ bracket: '{', keys: [], key: null, index: 0, word: null }];
  const own = frames[0];
  let at = from;
  while (at < text.length && frames.length > 0) at = readToken(text, at, text.length, frames);
  return own?.keys ?? [];
}

function pathOfFlow({ entries }: Outline, flow: Span): JsonPath {
  const index = entries.findLastIndex(
    entry => entry.span.end <= flow.start && entry.value.start <= flow.start && flow.start <= entry.value.end,
  );
  const entry = entries[index];
  if (entry === undefined) return [];
  const { path } = ancestryOf(entries, index + 1, entry.column + 1, 'key');
  return path;
}

function pathOfFrames(frames: readonly Frame[]): JsonPath {
  return frames.slice(0, -1).map(frame => (frame.bracket === '[' ? frame.index : (frame.key ?? '')));
}

/** The word or quoted text at the cursor; empty where there is none. */
function tokenAround(text: string, offset: number, flow: Span): Span {
  const quoted = quotedAround(text, offset, flow);
  if (quoted !== null) return quoted;
  const before = /[^\s,[\]{}:"']*$/.exec(text.slice(flow.start, offset))?.[0].length ?? 0;
  const after = /^[^\s,[\]{}:"'#]*/.exec(text.slice(offset))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

function quotedAround(text: string, offset: number, flow: Span): Span | null {
  let at = flow.start;
  while (at < offset) {
    const char = text[at];
    if (char !== '"' && char !== "'") {
      at++;
      continue;
    }
    const end = endOfQuoted(text, at);
    if (offset <= end && offset > at) return { start: at, end: endOfLineBefore(text, at, end) };
    at = end;
  }
  return null;
}

/** A quote that is not closed on its line ends with the line. */
function endOfLineBefore(text: string, start: number, end: number): number {
  return Math.min(end, lineEndFrom(text, start));
}

function lineEndFrom(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function quoteAt(text: string, token: Span): Slot['quote'] {
  const char = text[token.start];
  return char === '"' || char === "'" ? char : '';
}

/** A document in braces whose keys are quoted. */
function isJson(text: string): boolean {
  return /^\s*\{\s*("|\}|$)/.test(text);
}

function unquote(text: string): string {
  return /^(".*"|'.*')$/s.test(text) ? text.slice(1, -1) : text;
}
