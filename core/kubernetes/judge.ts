import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import { withoutCascades } from './cascades.ts';
import { type Decoded, decode } from './decoding/decode.ts';
import { templateGenerationProblem } from './decoding/templateGeneration.ts';
import { type FieldError, type FieldPath, formatPath } from './fieldError.ts';
import { rooted } from './fieldPath.ts';
import { type PreparedUpdate, prepareForCreate, prepareForUpdate, returned } from './strategy.ts';
import { reviewDaemonSet, reviewDaemonSetUpdate } from './validation/daemonSet.ts';
import { partOf } from './validation/read.ts';
import type { Review } from './validation/review.ts';
import type { KubernetesVersion } from './versions.ts';
import { warnOfTemplate } from './warnings/podTemplate.ts';
import type { Warning, WarningReview } from './warnings/warn.ts';

export type { Warning } from './warnings/warn.ts';

/** Where the API server stops: each stage runs only when the one before found nothing. */
export type Stage = 'decode' | 'strict' | 'validation';

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
  /** In the stage `decode` the server tells only the first. */
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
export function judgeDaemonSet(manifest: JsonValue, options: JudgeOptions): Verdict {
  const { decoded, decodeErrors, strictErrors } = decodeStages(manifest, options);
  if (decodeErrors.length > 0) return refused('decode', decodeErrors);
  if (strictErrors.length > 0) return refused('strict', strictErrors);
  const prepared = prepare(decoded.object, options);
  const review: Review = { version: options.version, cascades: true, found: [] };
  reviewPrepared(review, prepared, decoded.object);
  if (review.found.length > 0) return refused('validation', review.found);
  const { object, generationBumped, templateBumped } = prepared.update;
  return {
    stage: null,
    errors: [],
    warnings: prepared.old === null || templateBumped ? warningsOf(object, options.version) : [],
    object: returned(object, options.version),
    generationBumped,
    templateBumped,
  };
}

/**
 * The same verdict for an editor: the errors of every stage at once, each mistake once. What follows only from an earlier mistake (a required field
 * whose key was mistyped, a value that could not be decoded) is left out.
 */
export function judgeAllStages(
  manifest: JsonValue,
  options: JudgeOptions,
): { readonly errors: readonly FieldError[]; readonly warnings: readonly Warning[] } {
  const { decoded, decodeErrors, strictErrors } = decodeStages(manifest, options);
  const prepared = prepare(decoded.object, options);
  const review: Review = { version: options.version, cascades: false, found: [] };
  reviewPrepared(review, prepared, decoded.object);
  const early = [...decodeErrors, ...strictErrors];
  return {
    errors: [...early, ...withoutCascades(review.found, early)],
    warnings: warningsOf(prepared.update.object, options.version),
  };
}

interface Prepared {
  readonly update: PreparedUpdate;
  /** What is replaced, prepared; null: a create. */
  readonly old: JsonObject | null;
}

function decodeStages(
  manifest: JsonValue,
  options: JudgeOptions,
): { readonly decoded: Decoded; readonly decodeErrors: readonly FieldError[]; readonly strictErrors: readonly FieldError[] } {
  const decoded = decode(isJsonObject(manifest) ? manifest : {}, options.version);
  const notAnObject: FieldError[] = isJsonObject(manifest)
    ? []
    : [{ path: [], type: 'DecodeError', message: 'a DaemonSet is an object with apiVersion, kind, metadata and spec', value: manifest }];
  const generation = templateGenerationProblem(partOf(partOf(decoded.object, 'metadata'), 'annotations'));
  const duplicates = (options.duplicates ?? []).map(duplicateField);
  return {
    decoded,
    decodeErrors: [...notAnObject, ...decoded.errors, ...(generation === null ? [] : [generation])],
    strictErrors: [...decoded.unknown, ...duplicates],
  };
}

function prepare(decoded: JsonObject, options: JudgeOptions): Prepared {
  const old = options.old !== undefined && isJsonObject(options.old) ? options.old : null;
  if (old === null) {
    const object = prepareForCreate(decoded, options.version);
    return { update: { object, generationBumped: false, templateBumped: false }, old: null };
  }
  const before = prepareForCreate(decode(old, options.version).object, options.version);
  return { update: prepareForUpdate(decoded, before, options.version), old: before };
}

function reviewPrepared(review: Review, prepared: Prepared, decoded: JsonObject): void {
  if (prepared.old === null) reviewDaemonSet(review, prepared.update.object);
  else reviewDaemonSetUpdate(review, prepared.update.object, prepared.old, decoded);
}

function warningsOf(object: JsonObject, version: KubernetesVersion): readonly Warning[] {
  const review: WarningReview = { version, found: [] };
  warnOfTemplate(review, partOf(partOf(object, 'spec'), 'template'), rooted('spec', 'template'));
  return review.found;
}

function refused(stage: Stage, errors: readonly FieldError[]): Verdict {
  return { stage, errors, warnings: [], generationBumped: false, templateBumped: false };
}

function duplicateField(path: FieldPath): FieldError {
  return { path, type: 'DuplicateField', message: `duplicate field "${formatPath(path)}"`, value: undefined };
}
