import type { Step } from '../document/value.ts';
import type { Severity } from '../finding.ts';
import type { Manifest } from './manifest.ts';

/** Something the API server takes and that hurts all the same. */
export interface Rule {
  /** The name that settings, suppressions and the document beside it use. */
  readonly name: string;
  readonly level: Severity;
  /** Hazards are always looked for; hygiene only when asked for. */
  readonly category: 'hazard' | 'hygiene';
  readonly check: (manifest: Manifest) => readonly Hit[];
}

/** One place where a rule is broken. */
export interface Hit {
  readonly path: readonly Step[];
  /** What is marked: the value (the default), or the key it stands under. */
  readonly on?: 'key';
  readonly message: string;
  readonly related?: readonly { readonly path: readonly Step[]; readonly message: string }[];
  readonly fix?: HitFix;
}

/** The obvious mend, in terms of the manifest. */
export type HitFix =
  | { readonly title: string; readonly kind: 'remove'; readonly path: readonly Step[] }
  | { readonly title: string; readonly kind: 'replace'; readonly path: readonly Step[]; readonly text: string };
