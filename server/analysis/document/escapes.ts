import type { SyntaxProblem } from './syntaxProblem.ts';
import type { Span } from './tree.ts';

/** An escape in a double-quoted scalar that YAML 1.2 knows and Kubernetes' YAML library does not, or half of a surrogate pair. */
export function escapeProblem(text: string, span: Span): SyntaxProblem | null {
  // Of the scalar alone: looking on for a backslash to the end of the text, for each scalar of a long one, would take for ever.
  const scalar = text.slice(span.start, span.end);
  for (let at = scalar.indexOf('\\'); at >= 0; at = scalar.indexOf('\\', at + 2)) {
    const found = /^\\(?:\/|u[dD][89a-fA-F][0-9a-fA-F]{2})/.exec(scalar.slice(at, at + 6));
    if (found !== null) {
      const start = span.start + at;
      return {
        span: { start, end: start + found[0].length },
        message: `Kubernetes does not know the escape ${found[0]}: write the character itself.`,
        shakes: false,
      };
    }
  }
  return null;
}
