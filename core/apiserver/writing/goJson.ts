import type { JsonValue } from '../../base/json.ts';
import { goQuote } from '../../kubernetes/goText.ts';

/** A JSON text read, or what Go's encoding/json says is wrong with it. */
export type ReadJson = { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly problem: string };

export function readJson(text: string): ReadJson {
  if (isTooDeep(text)) return { ok: false, problem: 'exceeded max depth' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: problemOf(text) };
  }
}

/** No Kubernetes object is nested so deeply (Go's own limit is 10,000), and everything that walks through one may call itself for each level. */
const deepest = 1000;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length && depth <= deepest; i++) {
    const letter = text.charAt(i);
    if (letter === '"') quoted = !quoted;
    else if (quoted && letter === '\\') i++;
    else if (!quoted && (letter === '{' || letter === '[')) depth++;
    else if (!quoted && (letter === '}' || letter === ']')) depth--;
  }
  return depth > deepest;
}

interface Scan {
  readonly text: string;
  at: number;
}

/** Finds the place where Go's scanner stops, and says it in its words. */
function problemOf(text: string): string {
  const scan: Scan = { text, at: 0 };
  const problem = value(scan, 0) ?? (skip(scan) === '' ? null : unexpected(scan, 'after top-level value'));
  return problem ?? 'invalid JSON';
}

function skip(scan: Scan): string {
  while (/[ \t\r\n]/.test(scan.text.charAt(scan.at))) scan.at++;
  return scan.text.charAt(scan.at);
}

function unexpected(scan: Scan, where: string): string {
  const letter = scan.text.charAt(scan.at);
  if (letter === '') return 'unexpected end of JSON input';
  return `invalid character ${letter === "'" ? "'\\''" : letter === '"' ? "'\"'" : `'${goQuote(letter).slice(1, -1)}'`} ${where}`;
}

function value(scan: Scan, depth: number): string | null {
  if (depth > deepest) return 'exceeded max depth';
  const letter = skip(scan);
  if (letter === '{') return object(scan, depth);
  if (letter === '[') return array(scan, depth);
  if (letter === '"') return string(scan);
  for (const word of ['true', 'false', 'null']) if (letter === word.charAt(0)) return literal(scan, word);
  const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(scan.text.slice(scan.at, scan.at + 400))?.[0];
  if (number === undefined) return unexpected(scan, 'looking for beginning of value');
  scan.at += number.length;
  return null;
}

function literal(scan: Scan, word: string): string | null {
  for (const letter of word) {
    if (scan.text.charAt(scan.at) !== letter) return unexpected(scan, `in literal ${word} (expecting '${letter}')`);
    scan.at++;
  }
  return null;
}

function string(scan: Scan): string | null {
  for (scan.at++; scan.at < scan.text.length; scan.at++) {
    const letter = scan.text.charAt(scan.at);
    if (letter === '"') {
      scan.at++;
      return null;
    }
    if (letter === '\\') scan.at++;
    else if (letter < ' ') return unexpected(scan, 'in string literal');
  }
  return 'unexpected end of JSON input';
}

function object(scan: Scan, depth: number): string | null {
  scan.at++;
  if (skip(scan) === '}') return closed(scan);
  for (;;) {
    if (skip(scan) !== '"') return unexpected(scan, 'looking for beginning of object key string');
    const key = string(scan);
    if (key !== null) return key;
    if (skip(scan) !== ':') return unexpected(scan, 'after object key');
    scan.at++;
    const inner = value(scan, depth + 1);
    if (inner !== null) return inner;
    const next = skip(scan);
    if (next === '}') return closed(scan);
    if (next !== ',') return unexpected(scan, 'after object key:value pair');
    scan.at++;
  }
}

function array(scan: Scan, depth: number): string | null {
  scan.at++;
  if (skip(scan) === ']') return closed(scan);
  for (;;) {
    const inner = value(scan, depth + 1);
    if (inner !== null) return inner;
    const next = skip(scan);
    if (next === ']') return closed(scan);
    if (next !== ',') return unexpected(scan, 'after array element');
    scan.at++;
  }
}

function closed(scan: Scan): null {
  scan.at++;
  return null;
}
