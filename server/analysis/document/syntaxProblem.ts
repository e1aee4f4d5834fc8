import type { Span } from './tree.ts';

/** A place where a text is no YAML that Kubernetes can read, with a sentence that says how to mend it. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
}
