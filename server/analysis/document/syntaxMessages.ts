import type { Span } from './tree.ts';

/** What a user is told about an error of the YAML parser, by its code. Each sentence says how to mend it. */
export function describeSyntaxError(code: string, detail: string, text: string, span: Span): string {
  const told = messages[code];
  if (told === undefined) return `Not valid YAML: ${detail}`;
  return typeof told === 'string' ? told : told(text.slice(span.start, span.end), detail);
}

type Telling = string | ((source: string, detail: string) => string);

const messages: Readonly<Record<string, Telling>> = {
  TAB_AS_INDENT: 'A tab cannot indent YAML: use spaces.',
  BAD_INDENT: (_, detail) =>
    /same column|aligned/.test(detail)
      ? 'This line is not aligned with the lines of the same level above: check its indentation.'
      : `The indentation is wrong here: ${detail}`,
  MISSING_CHAR: (_, detail) => missing(detail),
  MULTILINE_IMPLICIT_KEY: 'This looks like the start of a key: write it on one line and end it with a colon.',
  BLOCK_AS_IMPLICIT_KEY: 'A second colon on one line: put the value in quotes, or move the nested key to its own line, indented further.',
  BLOCK_IN_FLOW: 'Indented blocks cannot stand inside [ ] or { }: write the value inline or drop the brackets.',
  BAD_ALIAS: 'An alias needs a name: *name.',
  BAD_SCALAR_START: source => `A plain value cannot start with "${source.slice(0, 1)}": put it in quotes.`,
  BAD_DQ_ESCAPE: source => `Unknown escape ${source.slice(0, 2)} in double quotes: write \\\\ for a backslash, or use single quotes.`,
  UNEXPECTED_TOKEN: (source, detail) => unexpected(source, detail),
  MULTIPLE_DOCS: 'Content after the end of the document: start the next one with ---.',
  MULTIPLE_ANCHORS: 'A value can have only one anchor.',
  MULTIPLE_TAGS: 'A value can have only one tag.',
  BAD_DIRECTIVE: 'Unknown directive: remove this line.',
  MISSING_ANCHOR: 'An anchor needs a name: &name.',
};

function missing(detail: string): string {
  const quote = /Missing closing (.)quote/.exec(detail);
  if (quote !== null) return `The closing ${quote[1]} is missing.`;
  if (/closing "quote/.test(detail)) return 'The closing " is missing.';
  if (/closing 'quote/.test(detail)) return "The closing ' is missing.";
  if (/space after/.test(detail)) return 'A space is missing here.';
  if (/Comments must be separated/.test(detail)) return 'A comment needs a space before its #.';
  if (/implicit map key|:.*after/.test(detail) || /map keys need to be followed/.test(detail))
    return 'A colon is missing after this key: write "key: value".';
  const bracket = /(?:end with|expected.*?) ?(?:a )?([\])},])/.exec(detail);
  return bracket === null ? `Something is missing here: ${detail}` : `A closing ${bracket[1]} is missing.`;
}

function unexpected(source: string, detail: string): string {
  if (/block-seq-ind|block sequence/i.test(detail))
    return 'A list item (- …) cannot stand here: put it on its own line, at the indentation of its list.';
  const shown = source.trim().slice(0, 40);
  return shown === ''
    ? 'Something unexpected stands here: check the indentation and the quotes around.'
    : `"${shown}" is unexpected here: check the indentation and the quotes around.`;
}
