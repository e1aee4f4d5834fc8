import type { Span } from './document/tree.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** A replacement in the text of a YAML document. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A mend that a user can choose. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly SpanEdit[];
  /** The one obvious mend: what "fix all" applies. */
  readonly preferred: boolean;
}

/** Something to tell about a place of a YAML document. Offsets count from the document's first character. */
export interface Finding {
  /** The name of the rule, as settings and suppressions know it. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** The field as the API server names it; empty where there is none. */
  readonly path: string;
  /** The kind of refusal in the API server's words (`FieldValueInvalid`, `UnknownField`, `YAMLSyntax`); empty for what it takes. */
  readonly reason: string;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes: readonly Fix[];
  /** What the text around this is good for: greyed out or struck through. */
  readonly tag: 'unnecessary' | 'deprecated' | null;
}

/** A finding with what most of them do not have left empty. */
export function finding(given: Pick<Finding, 'rule' | 'severity' | 'span' | 'message'> & Partial<Finding>): Finding {
  return { path: '', reason: '', related: [], fixes: [], tag: null, ...given };
}
