import { halfTypedKey } from './halfTyped.ts';
import { type ParsedDocument, parseYaml } from './parse.ts';
import type { SyntaxProblem } from './syntaxProblem.ts';

/** A document as read in spite of its syntax errors. */
export interface RepairedDocument extends ParsedDocument {
  /** Whether lines had to be left out to read the rest. */
  readonly repaired: boolean;
}

/** A line is typed at a time, so few lines are broken at once; more is no document any more. */
const maxRepairs = 3;

/**
 * Parses a document; where it breaks, reads it again without the broken line (of a key half typed: without what is below it, too), so that the rest
 * keeps its meaning. The problems are those of the text as it is: the first of each attempt, because one mistake makes the parser complain many times.
 */
export function parseTolerantly(text: string): RepairedDocument {
  const problems: SyntaxProblem[] = [];
  let readable = text;
  let parsed = parseYaml(readable);
  for (let tries = 0; parsed.problems.length > 0 && tries < maxRepairs; tries++) {
    const first = earliest(parsed.problems);
    if (first === undefined || parsed.root === null) break;
    const half = halfTypedKey(readable, first);
    problems.push(half?.problem ?? first);
    const next = half?.rest ?? withoutLine(readable, first.span.start);
    if (next === readable) break;
    readable = next;
    parsed = parseYaml(readable);
    // What is said of the rest is left out anyway: one more look is for the outline.
    if ((half?.problem ?? first).shakes) break;
  }
  const all = problems.length > 0 ? problems : parsed.problems.slice(0, 1);
  return { root: parsed.root, problems: keepApart(all, text), repaired: all.length > 0 };
}

function earliest(problems: readonly SyntaxProblem[]): SyntaxProblem | undefined {
  return [...problems].sort((a, b) => a.span.start - b.span.start)[0];
}

/** The text with the line around an offset blanked out: all other offsets stay. */
function withoutLine(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', start);
  const end = found < 0 ? text.length : found;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r]/g, ' ') + text.slice(end);
}

/**
 * Leaves out what stands on the line of a problem or right below it, and all that follows one that shakes the structure: most likely the same mistake,
 * seen again.
 */
function keepApart(problems: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  const kept: { problem: SyntaxProblem; line: number }[] = [];
  for (const problem of problems) {
    if (kept.some(other => other.problem.shakes)) break;
    const line = text.slice(0, problem.span.start).split('\n').length;
    if (kept.every(other => Math.abs(other.line - line) > 1)) kept.push({ problem, line });
  }
  return kept.map(entry => entry.problem);
}
