import type { SyntaxProblem } from './syntaxProblem.ts';
import type { Span } from './tree.ts';

/** An escape in a double-quoted scalar that YAML 1.2 knows and Kubernetes' YAML library does not, or half of a surrogate pair. */
export function escapeProblem(text: string, span: Span): SyntaxProblem | null {
  for (let at = text.indexOf('\\', span.start); at >= 0 && at < span.end; at = text.indexOf('\\', at + 2)) {
    const found = /^\\(?:\/|u[dD][89a-fA-F][0-9a-fA-F]{2})/.exec(text.slice(at, at + 6));
    if (found !== null) {
      return {
        span: { start: at, end: at + found[0].length },
        message: `Kubernetes does not know the escape ${found[0]}: write the character itself.`,
        shakes: false,
      };
    }
  }
  return null;
}
