import type { JsonValue } from '../../../core/base/json.ts';
import { resolveScalar } from './scalar.ts';

/** A key and where what follows its colon starts. */
export interface PlainKey {
  readonly key: string;
  readonly end: number;
}

const doubleQuotedKey = /"([^"\\]*)":(?= |$)/y;
const singleQuotedKey = /'([^']*)':(?= |$)/y;
/** YAML allows no longer key without a `?`. */
const longestKey = 1_000;

/** The key that starts at `at` in a line; null when there is none, or one that needs a general parser. */
export function plainKey(line: string, at: number): PlainKey | null {
  const first = line[at] ?? '';
  if (first === '"' || first === "'") return quotedKey(line, at, first === '"' ? doubleQuotedKey : singleQuotedKey);
  if (!/[A-Za-z0-9_./]/.test(first)) return null;
  const colon = colonFrom(line, at);
  if (colon < 0 || colon - at > longestKey || line[colon - 1] === ' ') return null;
  const text = line.slice(at, colon);
  if (text.includes(' #')) return null;
  const resolved = resolveScalar(text, true, null);
  return 'value' in resolved && typeof resolved.value === 'string' ? { key: resolved.value, end: colon + 1 } : null;
}

function quotedKey(line: string, at: number, pattern: RegExp): PlainKey | null {
  pattern.lastIndex = at;
  const found = pattern.exec(line);
  return found === null || found[0].length > longestKey ? null : { key: found[1] ?? '', end: at + found[0].length };
}

/** A colon ends a key before a blank and at the end of the line only. */
function colonFrom(line: string, at: number): number {
  let colon = line.indexOf(':', at);
  while (colon >= 0 && colon + 1 < line.length && line[colon + 1] !== ' ') colon = line.indexOf(':', colon + 1);
  return colon;
}

const doubleQuoted = /^"((?:[^"\\]|\\["\\/nt])*)"$/;
const singleQuoted = /^'((?:[^']|'')*)'$/;
const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\"': '"', '\\\\': '\\', '\\/': '/' };

/** What a scalar on one line, without blanks at its end, means; undefined when a general parser has to say. */
export function plainScalar(text: string): JsonValue | undefined {
  switch (text[0]) {
    case '"':
      return doubleQuoted.exec(text)?.[1]?.replace(/\\./g, written => escapes[written] ?? written);
    case "'":
      return singleQuoted.exec(text)?.[1]?.replaceAll("''", "'");
    case '{':
      return text === '{}' ? {} : undefined;
    case '[':
      return text === '[]' ? [] : undefined;
    default:
      return unquoted(text);
  }
}

function unquoted(text: string): JsonValue | undefined {
  if (/^[\]},&*!|>%@`?:#]/.test(text) || /^-(?: |$)/.test(text) || text.includes(': ') || text.endsWith(':')) return undefined;
  const comment = text.indexOf(' #');
  const resolved = resolveScalar(comment < 0 ? text : text.slice(0, comment).replace(/ +$/, ''), true, null);
  return 'value' in resolved ? resolved.value : undefined;
}
