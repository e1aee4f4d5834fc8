import type { Span } from '../document/tree.ts';
import type { Step } from '../document/value.ts';

export type NameKind = 'volume' | 'port' | 'container' | 'label';

/** A place where a DaemonSet gives something a name, or calls it by it. */
export interface Occurrence {
  readonly kind: NameKind;
  readonly name: string;
  /** What the name is unique in: a port's container; the same for everything else. */
  readonly scope: string;
  readonly role: 'definition' | 'reference';
  readonly path: readonly Step[];
  readonly span: Span;
}

/** Whether two places speak of the same thing. */
export function sameThing(a: Occurrence, b: Occurrence): boolean {
  return a.kind === b.kind && a.name === b.name && a.scope === b.scope;
}
