import type { JsonValue } from '../base/json.ts';

/** A text as Go's `%q` prints it: quoted, with what cannot be printed escaped. An endless one is cut: nobody reads it in a message. */
export function goQuote(text: string): string {
  let quoted = '"';
  for (const letter of shortened(text)) quoted += quoteLetter(letter);
  return `${quoted}"`;
}

/** A value as field.Error shows it: a text quoted, a number or flag plain, anything else as JSON. */
export function goValue(value: JsonValue | undefined): string {
  if (typeof value === 'string') return goQuote(value);
  return value === undefined ? 'null' : shortened(goJson(value));
}

const longest = 2000;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** JSON as encoding/json writes it: `<`, `>` and `&` escaped. */
export function goJson(value: JsonValue): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
  '\x07': '\\a',
};

function quoteLetter(letter: string): string {
  const short = Object.hasOwn(named, letter) ? named[letter] : undefined;
  if (short !== undefined) return short;
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (letter === ' ' || !/[\p{C}\p{Z}]/u.test(letter)) return letter;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
