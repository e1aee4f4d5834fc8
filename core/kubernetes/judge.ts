import type { JsonObject, JsonValue } from '../base/json.ts';
import type { FieldError, FieldPath } from './fieldError.ts';
import type { KubernetesVersion } from './versions.ts';

/** Where the API server stops: each stage runs only when the one before found nothing. */
export type Stage = 'decode' | 'strict' | 'validation';

/** What the server says in a `Warning:` header although it takes the object. */
export interface Warning {
  readonly path: FieldPath;
  /** The whole text of the header. */
  readonly message: string;
}

export interface JudgeOptions {
  readonly version: KubernetesVersion;
  /** The manifest this one replaces (an update); absent: a create. */
  readonly old?: JsonValue;
  /** Keys written twice in the text: the later value is in the manifest, the text's owner found the other. */
  readonly duplicates?: readonly FieldPath[];
}

export interface Verdict {
  /** The stage that refused, or null: accepted. */
  readonly stage: Stage | null;
  readonly errors: readonly FieldError[];
  /** Only for what is accepted. */
  readonly warnings: readonly Warning[];
  /** The object as the server would return it, defaults filled in; absent when refused. */
  readonly object?: JsonObject;
  /** For an accepted update: the spec differs, so `metadata.generation` grows. */
  readonly generationBumped: boolean;
  /** For an accepted update: the pod template differs, so a rollout starts. */
  readonly templateBumped: boolean;
}

/**
 * What `kubectl apply --dry-run=server --validate=strict` says to a DaemonSet of apps/v1, in the server's stages and words (feature gates at their
 * defaults, no admission). Never throws, whatever the manifest is.
 */
export function judgeDaemonSet(_manifest: JsonValue, _options: JudgeOptions): Verdict {
  return { stage: null, errors: [], warnings: [], generationBumped: false, templateBumped: false };
}

/**
 * The same verdict for an editor: the errors of every stage at once, each mistake once. What follows only from an earlier mistake (a required field
 * whose key was mistyped, a value that could not be decoded) is left out.
 */
export function judgeAllStages(
  _manifest: JsonValue,
  _options: JudgeOptions,
): { readonly errors: readonly FieldError[]; readonly warnings: readonly Warning[] } {
  return { errors: [], warnings: [] };
}
