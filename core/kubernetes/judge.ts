import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import { withoutCascades } from './cascades.ts';
import { type Decoded, decode } from './decoding/decode.ts';
import { templateGenerationProblem } from './decoding/templateGeneration.ts';
import { typeMetaProblem, unknownVersion } from './decoding/typeMeta.ts';
import { type FieldError, type FieldPath, formatPath, jsonPathOf } from './fieldError.ts';
import { rooted } from './fieldPath.ts';
import { goQuote } from './goText.ts';
import { type PreparedUpdate, prepareForCreate, prepareForUpdate, returned } from './strategy.ts';
import { reviewDaemonSet, reviewSelectorUpdate } from './validation/daemonSet.ts';
import { reviewMetaUpdate } from './validation/metaUpdate.ts';
import { partOf, textOf } from './validation/read.ts';
import type { Review } from './validation/review.ts';
import type { KubernetesVersion } from './versions.ts';
import { warnOfTemplate } from './warnings/podTemplate.ts';
import type { Warning, WarningReview } from './warnings/warn.ts';

export type { Warning } from './warnings/warn.ts';

/** Where the API server stops: each stage runs only when the one before found nothing. */
export type Stage = 'client' | 'decode' | 'strict' | 'validation';

/** By what a manifest is judged. */
export interface JudgeOptions {
  readonly version: KubernetesVersion;
  /** The manifest this one replaces (an update); absent: a create. */
  readonly old?: JsonValue;
  /** Keys written twice in the text: the later value is in the manifest, the text's owner found the other. */
  readonly duplicates?: readonly DuplicateKey[];
}

/** A key written twice in one object. */
export interface DuplicateKey {
  readonly path: FieldPath;
  /** The line of the second one within its YAML document, from 1; absent: the manifest is JSON. */
  readonly line?: number;
}

/** What the server says to a manifest. */
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
  const kind = typeMetaProblem(manifest);
  if (kind !== null) return options.old === undefined ? refused('client', [kind]) : refused('decode', [unknownVersion(kind, manifest)]);
  const { decoded, decodeErrors, strictErrors } = decodeStages(manifest, options);
  if (decodeErrors.length > 0) return refused('decode', decodeErrors);
  if (strictErrors.length > 0) return refused('strict', strictErrors);
  const prepared = prepare(decoded.object, options);
  const conflict = versionConflict(decoded.object, prepared.old);
  if (conflict !== null) return refused('validation', [conflict]);
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
  const prepared = prepare(decoded.object, options, true);
  const review: Review = { version: options.version, cascades: false, found: [] };
  reviewPrepared(review, prepared, decoded.object);
  const kind = isJsonObject(manifest) ? typeMetaProblem(manifest) : null;
  const early = [...(kind === null ? [] : [kind]), ...decodeErrors, ...strictErrors];
  return {
    errors: [...early, ...withoutCascades(review.found, early)],
    warnings: warningsOf(prepared.update.object, options.version),
  };
}

interface Prepared {
  readonly update: PreparedUpdate;
  /** What is replaced, decoded; null: a create. */
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

/** `keepPlaces`: paths must lead through the text, not through what the server keeps of it. */
function prepare(decoded: JsonObject, options: JudgeOptions, keepPlaces = false): Prepared {
  const old = options.old !== undefined && isJsonObject(options.old) ? options.old : null;
  if (old === null) {
    const object = prepareForCreate(decoded, options.version, keepPlaces);
    return { update: { object, generationBumped: false, templateBumped: false }, old: null };
  }
  const written = decode(old, options.version).object;
  return { update: prepareForUpdate(decoded, written, options.version, keepPlaces), old: written };
}

function reviewPrepared(review: Review, prepared: Prepared, decoded: JsonObject): void {
  reviewDaemonSet(review, prepared.update.object, prepared.old === null ? 'create' : 'update');
  if (prepared.old === null) return;
  reviewMetaUpdate(review, partOf(decoded, 'metadata'), partOf(prepared.old, 'metadata'), rooted('metadata'));
  reviewSelectorUpdate(review, prepared.update.object, prepared.old);
}

/** Who names the version of the object that he changes must name the latest. */
function versionConflict(decoded: JsonObject, old: Prepared['old']): FieldError | null {
  const value = textOf(partOf(decoded, 'metadata'), 'resourceVersion');
  const stored = old === null ? '' : textOf(partOf(old, 'metadata'), 'resourceVersion');
  if (value === '' || stored === '' || value === stored) return null;
  const message = 'the object has been modified; please apply your changes to the latest version and try again';
  return { path: rooted('metadata', 'resourceVersion'), type: 'Conflict', message, value };
}

function warningsOf(object: JsonObject, version: KubernetesVersion): readonly Warning[] {
  const review: WarningReview = { version, found: [] };
  warnOfTemplate(review, partOf(partOf(object, 'spec'), 'template'), rooted('spec', 'template'));
  return review.found;
}

function refused(stage: Stage, errors: readonly FieldError[]): Verdict {
  return { stage, errors, warnings: [], generationBumped: false, templateBumped: false };
}

function duplicateField({ path, line }: DuplicateKey): FieldError {
  const key = String(jsonPathOf(path).at(-1) ?? '');
  const message = line === undefined ? `duplicate field "${formatPath(path)}"` : `line ${line}: key ${goQuote(key)} already set in map`;
  return { path, type: 'DuplicateField', message, value: undefined };
}
