import type { SyntaxProblem } from './syntaxProblem.ts';

/** A word where a key should be, and everything that stands below it. */
export interface HalfTypedKey {
  readonly problem: SyntaxProblem;
  /** The text without it and its block, position for position. */
  readonly rest: string;
}

const word = /^( *(?:- +)*)(["']?[A-Za-z_][\w./-]*["']?)[ \t]*(?:#.*)?\r?$/;

/**
 * Whether a problem comes from a key that has no colon yet: what was below the key hangs in the air, and the parser complains wherever it notices.
 * Looks at the line of the problem and at the one before it.
 */
export function halfTypedKey(text: string, problem: SyntaxProblem): HalfTypedKey | null {
  const at = lineStart(text, problem.span.start);
  return keyOn(text, at) ?? (at > 0 ? keyOn(text, lineStart(text, at - 1)) : null);
}

function keyOn(text: string, start: number): HalfTypedKey | null {
  const end = lineEnd(text, start);
  const found = word.exec(text.slice(start, end));
  if (found === null || found[2] === '---') return null;
  const [, before = '', key = ''] = found;
  const from = start + before.length;
  const problem = {
    span: { start: from, end: from + key.length },
    message: 'A colon is missing after this key: write "key: value".',
    shakes: false,
  };
  return { problem, rest: blank(text, start, endOfBlock(text, end, before.length)) };
}

/** The lines below that are indented deeper than the key, or are entries of its list at its own column. */
function endOfBlock(text: string, from: number, column: number): number {
  let end = from;
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    const line = text.slice(end + 1, next);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const isBelow = line.trim() === '' || indent > column || (indent === column && /^ *-(\s|$)/.test(line));
    if (!isBelow) break;
    end = next;
  }
  return end;
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
