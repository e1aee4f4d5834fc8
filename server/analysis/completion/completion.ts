import type { Span } from '../document/tree.ts';

/** Something that can be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'value' | 'reference' | 'snippet';
  /** A few words beside the label: the type, the default, where a name comes from. */
  readonly detail: string;
  /** What to show on request: the field (`Container.image`) whose description helps, or a text. */
  readonly about: { readonly type: string; readonly field: string } | { readonly text: string } | null;
  readonly replace: Span;
  /** Snippet syntax of LSP: `${1:name}`, `$0`. */
  readonly snippet: string;
  /** What the typed text is compared with. */
  readonly filter: string;
  readonly sort: string;
  readonly preselect: boolean;
  /** Once inserted, the next thing to write can be chosen from a list: it should open. */
  readonly retrigger: boolean;
}

/** A text that snippet syntax leaves as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A snippet as plain text, for editors without snippets: placeholders become their default. */
export function withoutPlaceholders(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
