import type { JsonObject, JsonValue } from '../../../core/base/json.ts';
import { finish, type Steps } from '../steps.ts';
import { parseYaml } from './parse.ts';
import { plainKey, plainScalar } from './plainScalar.ts';
import { readValue } from './value.ts';

/** What a text says, or the line (from 0) from which on it is not written as plainly as this reader needs. */
export type PlainYaml = { readonly value: JsonValue } | { readonly stoppedAt: number };

/**
 * Reads one YAML document the way kubectl prints it: mappings and lists by indentation, values that fit on a line, literal texts (`|`). Some ten times
 * as quick as a general parser, which large lists of nodes need. What a value says that is written otherwise, the general parser is asked, for that value
 * alone; what is odd in a way that concerns more (anchors, a wrong indentation, a missing colon) stops it, and nothing is guessed.
 *
 * *Invariant*: whatever has a value here has the same one by {@link parseYaml} and {@link readValue}, without a problem but keys that stand twice.
 */
export function readPlainYaml(text: string): PlainYaml {
  return finish(plainYamlInSteps(text));
}

/** The same with a pause after every thousand lines of a long list: whoever has to stay within call can do something else meanwhile. */
export function* plainYamlInSteps(text: string): Steps<PlainYaml> {
  if (odd.test(text)) return { stoppedAt: 0 };
  const reading: Reading = { lines: text.split('\n'), next: 0, depth: 0, plain: true };
  if (/^--- *$/.test(reading.lines[0] ?? '')) reading.next = 1;
  const indent = nextIndent(reading);
  if (indent < 0) return { stoppedAt: 0 };
  const value = isItem(reading.lines[reading.next] ?? '', indent) ? readBlock(reading, indent) : yield* readRoot(reading, indent);
  return reading.plain && nextIndent(reading) < 0 ? { value } : { stoppedAt: Math.min(reading.next, reading.lines.length - 1) };
}

/** Tabs, carriage returns, line breaks of other scripts, control characters: allowed here and there, and each with rules of its own. */
const odd = /[^\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\ufffd]/;
const mostDepth = 100;
/** Some milliseconds. */
const linesWorthAPause = 1_000;

interface Reading {
  /** Lines of the text. That of a list's item which is a collection itself is rewritten without its dash, as if it stood on a line of its own. */
  readonly lines: string[];
  next: number;
  depth: number;
  /** false: something odd has been met, nothing read from here on counts. */
  plain: boolean;
}

/** Passes over blank lines and comments. The indentation of the line that is next then; -1 at the end. */
function nextIndent(reading: Reading): number {
  for (; reading.next < reading.lines.length; reading.next++) {
    const line = reading.lines[reading.next] ?? '';
    const indent = indentOf(line);
    if (indent < line.length && line[indent] !== '#') return indent;
  }
  return -1;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 0x20) indent++;
  return indent;
}

function isItem(line: string, at: number): boolean {
  return line[at] === '-' && (at + 1 === line.length || line[at + 1] === ' ');
}

/** Where what follows after blanks starts, the line's length if nothing does but a comment. */
function contentAfter(line: string, at: number): number {
  let start = at;
  while (line.charCodeAt(start) === 0x20) start++;
  return line[start] === '#' && start > at ? line.length : start;
}

function readBlock(reading: Reading, indent: number): JsonValue {
  reading.depth++;
  if (reading.depth > mostDepth) return stop(reading);
  const value = isItem(reading.lines[reading.next] ?? '', indent) ? readSequence(reading, indent) : readMapping(reading, indent);
  reading.depth--;
  return value;
}

/** A mapping at the root. If it is a List, its items are many. */
function* readRoot(reading: Reading, indent: number): Steps<JsonValue> {
  const object: Record<string, JsonValue> = {};
  while (reading.plain && nextIndent(reading) === indent) {
    if (/^ *items: *$/.test(reading.lines[reading.next] ?? '')) {
      reading.next++;
      object.items = yield* readItems(reading, indent);
    } else if (!readPair(reading, indent, object)) break;
  }
  return nextIndent(reading) > indent ? stop(reading) : object;
}

function* readItems(reading: Reading, indent: number): Steps<JsonValue> {
  const inner = nextIndent(reading);
  if (inner < indent || !isItem(reading.lines[reading.next] ?? '', inner)) return inner > indent ? readBlock(reading, inner) : null;
  const items: JsonValue[] = [];
  let paused = reading.next;
  while (hasItem(reading, inner)) {
    items.push(readItem(reading, inner));
    if (reading.next - paused < linesWorthAPause) continue;
    yield undefined;
    paused = reading.next;
  }
  return nextIndent(reading) > inner ? stop(reading) : items;
}

function readMapping(reading: Reading, indent: number): JsonValue {
  const object: Record<string, JsonValue> = {};
  while (reading.plain && nextIndent(reading) === indent && readPair(reading, indent, object));
  return nextIndent(reading) > indent ? stop(reading) : object;
}

/** Reads the entry that is next into the object; false: it is an item of a list around it. */
function readPair(reading: Reading, indent: number, object: Record<string, JsonValue>): boolean {
  const line = reading.lines[reading.next] ?? '';
  if (isItem(line, indent)) return false;
  const found = plainKey(line, indent);
  if (found === null || found.key === '__proto__') stop(reading);
  else object[found.key] = readEntry(reading, indent, contentAfter(line, found.end));
  return true;
}

/** The value of a key whose line is next; `at` is where it starts in it. A list may stand as far left as its key. */
function readEntry(reading: Reading, indent: number, at: number): JsonValue {
  const line = reading.lines[reading.next] ?? '';
  if (at < line.length) return readInline(reading, indent, at, value => Object.values(value as JsonObject)[0]);
  reading.next++;
  const inner = nextIndent(reading);
  if (inner > indent) return readBlock(reading, inner);
  return inner === indent && isItem(reading.lines[reading.next] ?? '', inner) ? readBlock(reading, inner) : null;
}

function readSequence(reading: Reading, indent: number): JsonValue {
  const items: JsonValue[] = [];
  while (hasItem(reading, indent)) items.push(readItem(reading, indent));
  return nextIndent(reading) > indent ? stop(reading) : items;
}

function hasItem(reading: Reading, indent: number): boolean {
  return reading.plain && nextIndent(reading) === indent && isItem(reading.lines[reading.next] ?? '', indent);
}

function readItem(reading: Reading, indent: number): JsonValue {
  const line = reading.lines[reading.next] ?? '';
  const at = contentAfter(line, indent + 1);
  if (at === line.length) {
    reading.next++;
    const inner = nextIndent(reading);
    return inner > indent ? readBlock(reading, inner) : null;
  }
  if (!isItem(line, at) && plainKey(line, at) === null) return readInline(reading, indent, at, value => (value as readonly JsonValue[])[0]);
  reading.lines[reading.next] = ' '.repeat(at) + line.slice(at);
  return readBlock(reading, at);
}

/** A value that begins on the line that is next, which belongs to a collection of that indentation. `pick` takes it out of that collection. */
function readInline(reading: Reading, indent: number, at: number, pick: (collection: JsonValue) => JsonValue | undefined): JsonValue {
  const first = reading.next++;
  const text = (reading.lines[first] ?? '').slice(at).replace(/ +$/, '');
  if (text === '|' || text === '|-') {
    const literal = readLiteral(reading, indent, text === '|');
    if (literal !== null) return literal;
    reading.next = first + 1;
  } else {
    const value = plainScalar(text);
    if (value !== undefined && nextIndent(reading) <= indent) return value;
  }
  return askParser(reading, first, indent, pick);
}

/** The lines of a literal text, and behind it; null when something about it is unusual. */
function readLiteral(reading: Reading, indent: number, keepBreak: boolean): string | null {
  const inner = nextIndentOfText(reading);
  if (inner <= indent) return null;
  const text: string[] = [];
  for (; reading.next < reading.lines.length; reading.next++) {
    const line = reading.lines[reading.next] ?? '';
    const here = indentOf(line);
    if (here === line.length && here > inner) return null;
    if (here < line.length && here < inner) break;
    text.push(line.slice(inner));
  }
  const after = reading.lines[reading.next];
  if (after === undefined ? text.at(-1) !== '' : indentOf(after) > indent) return null;
  while (text.at(-1) === '') text.pop();
  return text.join('\n') + (keepBreak ? '\n' : '');
}

/** The indentation of the next line that is not blank: inside a text, what looks like a comment is none. */
function nextIndentOfText(reading: Reading): number {
  const line = reading.lines.slice(reading.next, reading.next + 20).find(one => indentOf(one) < one.length);
  return line === undefined ? -1 : indentOf(line);
}

/** Asks the general parser for a value, by the lines of its entry or item: they mean the same where they stand and alone. */
function askParser(reading: Reading, first: number, indent: number, pick: (collection: JsonValue) => JsonValue | undefined): JsonValue {
  reading.next = first + 1;
  while (reading.next < reading.lines.length && isInside(reading.lines[reading.next] ?? '', indent)) reading.next++;
  const isLast = reading.next === reading.lines.length;
  const parsed = parseYaml(reading.lines.slice(first, reading.next).join('\n') + (isLast ? '' : '\n'));
  const read = readValue(parsed.root);
  const value = parsed.problems.length + read.problems.length > 0 || read.value === null ? undefined : pick(read.value);
  if (value !== undefined) return value;
  reading.next = first;
  return stop(reading);
}

function isInside(line: string, indent: number): boolean {
  const here = indentOf(line);
  return here > indent || here === line.length;
}

function stop(reading: Reading): null {
  reading.plain = false;
  return null;
}
