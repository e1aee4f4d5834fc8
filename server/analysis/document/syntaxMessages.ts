import type { SyntaxProblem } from './syntaxProblem.ts';
import { endOfQuoted } from './tokens.ts';
import type { Span } from './tree.ts';

/** An error of the YAML parser, and where. */
export interface ParserError {
  readonly code: string;
  readonly detail: string;
  readonly text: string;
  readonly span: Span;
}

/** What a user is told about an error of the YAML parser: at the place that has to be mended, how to mend it. */
export function describeSyntaxError(error: ParserError): SyntaxProblem {
  const told = messages[error.code] ?? (({ detail }) => `Not valid YAML: ${detail}`);
  const found = typeof told === 'string' ? told : told(error);
  const { span = error.span, message, shakes = true } = typeof found === 'string' ? { message: found } : found;
  return { span, message, shakes: shakes && !harmless.includes(error.code) };
}

type Told = string | { readonly message: string; readonly span?: Span; readonly shakes?: boolean };
type Telling = string | ((error: ParserError) => Told);

/** Errors inside one scalar. */
const harmless = ['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAB_AS_INDENT'];

const messages: Readonly<Record<string, Telling>> = {
  TAB_AS_INDENT: 'A tab cannot indent YAML: use spaces.',
  BAD_INDENT: badIndent,
  MISSING_CHAR: missing,
  MULTILINE_IMPLICIT_KEY: halfKey,
  BLOCK_AS_IMPLICIT_KEY: secondColon,
  BLOCK_IN_FLOW: 'Indented blocks cannot stand inside [ ] or { }: write the value inline or drop the brackets.',
  BAD_ALIAS: 'An alias needs a name: *name.',
  BAD_SCALAR_START: ({ text, span }) => `A plain value cannot start with "${text.slice(span.start, span.start + 1)}": put it in quotes.`,
  BAD_DQ_ESCAPE: ({ text, span }) =>
    `Unknown escape ${text.slice(span.start, span.start + 2)} in double quotes: write \\\\ for a backslash, or use single quotes.`,
  UNEXPECTED_TOKEN: unexpected,
  MULTIPLE_DOCS: 'Content after the end of the document: start the next one with ---.',
  MULTIPLE_ANCHORS: 'A value can have only one anchor.',
  MULTIPLE_TAGS: 'A value can have only one tag.',
  BAD_DIRECTIVE: 'Unknown directive: remove this line.',
  MISSING_ANCHOR: 'An anchor needs a name: &name.',
};

function badIndent({ detail, text, span }: ParserError): Told {
  const bracket = /end with a (.)$/.exec(detail)?.[1];
  if (bracket !== undefined) return { message: `The closing ${bracket} is missing.`, span: openBracket(text, span.start) ?? span };
  return /same column|aligned/.test(detail)
    ? 'This line is not aligned with the lines of the same level above: check its indentation.'
    : `The indentation is wrong here: ${detail}`;
}

/** The bracket before `end` that is not closed, as far as its line goes. */
function openBracket(text: string, end: number): Span | null {
  const open: number[] = [];
  for (let at = 0; at < end; at++) {
    const char = text[at];
    if ((char === '"' || char === "'") && /[\s:[{,-]/.test(text[at - 1] ?? ' ')) at = endOfQuoted(text, at) - 1;
    else if (char === '[' || char === '{') open.push(at);
    else if (char === ']' || char === '}') open.pop();
  }
  const start = open.at(-1);
  return start === undefined ? null : spanOf(start, /^[^\n\r]*/.exec(text.slice(start, end))?.[0].trimEnd().length ?? 1);
}

function missing({ detail, text, span }: ParserError): Told {
  const quote = /Missing closing ("|')quote/.exec(detail);
  if (quote !== null) return { message: `The closing ${quote[1]} is missing.`, span: openQuote(text) ?? span };
  if (/space after/.test(detail)) return 'A space is missing here.';
  if (/Comments must be separated/.test(detail)) return 'A comment needs a space before its #.';
  if (/map keys need to be followed/.test(detail)) return halfKey({ detail, text, span, code: '' });
  if (/Missing ,/.test(detail)) return 'A comma is missing here, between two entries in brackets.';
  const bracket = /(?:end with|expected.*?) ?(?:a )?([\])},])/.exec(detail);
  return bracket === null ? `Something is missing here: ${detail}` : `A closing ${bracket[1]} is missing.`;
}

/** A word without a colon, or with one that no blank follows. */
function halfKey(error: ParserError): Told {
  const { text, span } = error;
  const before = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  if (/:\s+$/.test(before)) return secondColon(error);
  const word = /^[^\n\r]*/.exec(text.slice(span.start))?.[0] ?? '';
  const glued = /^["']?[\w./-]+["']?:(?=\S)/.exec(word);
  if (glued !== null && !/^\w+:\/\//.test(word))
    return { message: 'A space is missing after the colon.', span: spanOf(span.start, glued[0].length) };
  return {
    message: 'A colon is missing after this key: write "key: value".',
    span: spanOf(span.start, word.trimEnd().length),
    shakes: false,
  };
}

/** Two keys where one can be: on one line, or because the next line is indented deeper than it should be. */
function secondColon({ text, span, detail }: ParserError): Told {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const line = /^[^\n\r]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const dash = /^\s*-(?=[^\s-])/.exec(line);
  if (dash !== null) return { message: 'A space is missing after the dash.', span: spanOf(lineStart + dash[0].length - 1, 1) };
  if (/sequence/.test(detail)) return 'This list item is not aligned with the ones above: check its indentation.';
  if (/:\s/.test(`${text.slice(span.start, lineStart + line.length)} `)) {
    return 'A second colon on one line: put the value in quotes, or move the nested key to its own line, indented further.';
  }
  const next = /\n[ \t]*(\S[^\n\r]*)/.exec(text.slice(lineStart + line.length));
  if (next?.[1] === undefined) return 'This line is indented deeper than the one above it, which has a value already.';
  const start = lineStart + line.length + next.index + next[0].length - next[1].length;
  const message = 'This line is indented deeper than the one above, which has a value already: align the two, or take the value away.';
  return { message, span: spanOf(start, next[1].trimEnd().length) };
}

function unexpected({ detail, text, span }: ParserError): Told {
  if (/block-seq-ind|block sequence/i.test(detail))
    return 'A list item (- …) cannot stand here: put it on its own line, at the indentation of its list.';
  const shown = text.slice(span.start, span.end).trim().slice(0, 40);
  const what = shown === '' ? 'Something unexpected stands here' : `"${shown}" is unexpected here`;
  return `${what}: check the indentation and the quotes around.`;
}

/** Where the quote starts that is never closed. */
function openQuote(text: string): Span | null {
  for (let match = nextQuote(text, 0); match >= 0; ) {
    const end = endOfQuoted(text, match);
    const closed = end - match > 1 && text[end - 1] === text[match];
    if (!closed || end >= text.length) return closed ? null : spanOf(match, /^[^\n\r]*/.exec(text.slice(match))?.[0].trimEnd().length ?? 1);
    match = nextQuote(text, end);
  }
  return null;
}

/** The next quote at a place where a value can start; those in comments are none. */
function nextQuote(text: string, from: number): number {
  const start = /(?:#[^\n]*)|(?:(?<=^|[\s:[{,-])["'])/gm;
  start.lastIndex = from;
  for (let match = start.exec(text); match !== null; match = start.exec(text))
    if (match[0] !== '' && !match[0].startsWith('#')) return match.index;
  return -1;
}

function spanOf(start: number, length: number): Span {
  return { start, end: start + Math.max(length, 1) };
}
