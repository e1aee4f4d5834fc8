import { type FieldError, formatPath, jsonPathOf } from '../../../core/kubernetes/fieldError.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { locate, type Place, spanOfPlace } from '../document/locate.ts';
import type { Span } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, finding } from '../finding.ts';
import { fixesFor } from '../fixes/fixes.ts';
import type { FileMode } from '../settings.ts';
import { blame } from './blame.ts';
import { findLostKeys } from './lostKey.ts';
import { mergeMissing } from './missing.ts';
import { mostToTell } from './mostErrors.ts';
import { relatedPlaces } from './related.ts';
import { blamedLabel } from './selectorMismatch.ts';
import { overlapsHole } from './syntax.ts';
import { describeError } from './wording.ts';

/** The API server's errors at their places in the text; those that the text cannot be blamed for are left out. */
export function judgedFindings(
  document: YamlDocument,
  daemonSet: DaemonSetText,
  errors: readonly FieldError[],
  judging: { readonly mode: FileMode; readonly version: KubernetesVersion },
): readonly Finding[] {
  const { told, rest: untold } = mostToTell(daemonSet, errors);
  const placed = told.map(written => {
    const error = blame(written, daemonSet);
    const path = jsonPathOf(error.at ?? error.path);
    return { error, path, place: locate(daemonSet.node, path) };
  });
  // A patch says only what differs: what seems to be missing in it may be elsewhere.
  const { found, rest } = judging.mode.patch ? { found: [], rest: placed } : findLostKeys(document, daemonSet, placed);
  const each = mergeMissing(rest)
    .filter(({ error, place }) => !overlapsHole(document, spanOfError(error, place)) && isSure(document, error, judging.mode))
    .map(({ error, path, place }) => {
      const situation = { document, daemonSet, error, path, place, version: judging.version };
      return finding({
        rule: ruleNames[error.type],
        severity: 'error',
        span: blamedLabel(situation) ?? spanOfError(error, place),
        message: describeError(situation),
        path: formatPath(error.path),
        reason: error.type,
        related: relatedPlaces(situation),
        fixes: fixesFor(situation),
      });
    });
  return [...found.filter(one => !overlapsHole(document, one.span)), ...each, ...untold];
}

/** The names under which settings and suppressions know the API server's refusals. */
export const ruleNames: Readonly<Record<FieldError['type'], string>> = {
  UnknownField: 'unknown-field',
  DuplicateField: 'duplicate-key',
  TypeError: 'wrong-type',
  Quantity: 'invalid-quantity',
  Time: 'invalid-time',
  DecodeError: 'wrong-type',
  FieldValueRequired: 'required-field',
  FieldValueInvalid: 'invalid-value',
  FieldValueNotSupported: 'unsupported-value',
  FieldValueForbidden: 'forbidden-field',
  FieldValueDuplicate: 'duplicate-value',
  FieldValueNotFound: 'missing-reference',
  FieldValueTooLong: 'too-long',
  FieldValueTooMany: 'too-many',
  FieldValueTypeInvalid: 'wrong-type',
  InternalError: 'invalid-value',
  NoMatch: 'unknown-kind',
  Required: 'required-field',
  Decode: 'wrong-type',
  Conflict: 'invalid-value',
};

/** An unknown field is wrong at its key, a missing one at the key of the object that lacks it, all else at its value. */
function spanOfError(error: FieldError, place: Place): Span {
  if (error.type === 'UnknownField' || error.type === 'DuplicateField') return place.key ?? spanOfPlace(place);
  return spanOfPlace(place);
}

/** What is missing may stand in a line that could not be read, in a template's action, or in the manifest that a patch is for. */
function isSure(document: YamlDocument, error: FieldError, mode: FileMode): boolean {
  if (!mode.patch && !document.partial) return true;
  switch (error.type) {
    case 'UnknownField':
    case 'TypeError':
    case 'Quantity':
    case 'Time':
    case 'FieldValueNotSupported':
      return true;
    default:
      return false;
  }
}
