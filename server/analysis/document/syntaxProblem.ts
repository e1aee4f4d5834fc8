import type { Span } from './tree.ts';

/** A place where a text is no YAML that Kubernetes can read, with a sentence that says how to mend it. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  /**
   * Whether it shakes the structure around it (indentation, brackets, quotes), so that what was read of the rest may be wrong. A key half typed does
   * not: without its line the rest keeps its meaning.
   */
  readonly shakes: boolean;
}
