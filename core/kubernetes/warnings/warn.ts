import { type FieldPath, formatPath } from '../fieldError.ts';
import { inWordsOf } from '../names/messages.ts';
import type { KubernetesVersion } from '../versions.ts';

/** What the server says in a `Warning:` header although it takes the object. */
export interface Warning {
  readonly path: FieldPath;
  /** The whole text of the header. */
  readonly message: string;
}

/** A look for warnings: the rules of a version, and what they found so far. */
export interface WarningReview {
  readonly version: KubernetesVersion;
  readonly found: Warning[];
}

const mostWarnings = 500;

/** `PATH: text`, as nearly all warnings read. */
export function warn(review: WarningReview, path: FieldPath, text: string): void {
  if (review.found.length >= mostWarnings) return;
  review.found.push({ path, message: `${formatPath(path)}: ${inWordsOf(review.version, text)}` });
}

/** A warning in words of its own. */
export function warnPlainly(review: WarningReview, path: FieldPath, message: string): void {
  if (review.found.length >= mostWarnings) return;
  review.found.push({ path, message });
}
