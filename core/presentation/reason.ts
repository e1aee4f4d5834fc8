import type { TextPart } from './words/say.ts';

/** One line of why: what is, and a second line that explains it. */
export interface Reason {
  /** A codicon. */
  readonly icon: string;
  /** What the icon's colour means: a pod state, or how good it is. */
  readonly tone: 'updated' | 'old' | 'starting' | 'terminating' | 'failed' | 'none' | 'warning' | 'ok' | 'plain';
  readonly text: readonly TextPart[];
  /** Empty: nothing to add. */
  readonly more: string;
}
