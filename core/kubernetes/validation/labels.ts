import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed, keyed } from '../fieldPath.ts';
import { labelValueProblems, qualifiedNameProblems } from '../names/labels.ts';
import { byteLength } from '../names/messages.ts';
import { has, objectOf, objectsOf, pairsOf, textOf, textsOf } from './read.ts';
import { forbidden, invalidEach, invalidWord, type Review, required, tooLong } from './review.ts';

/** Labels, or a nodeSelector. The server tells of all under the path of the whole map; `at` names the map in the manifest. */
export function reviewLabels(review: Review, object: JsonObject, field: string, path: FieldPath, at: FieldPath = path): void {
  for (const [key, value] of pairsOf(object, field)) {
    invalidEach(review, path, key, qualifiedNameProblems(key), keyed(at, key));
    invalidEach(review, path, value, labelValueProblems(value), keyed(at, key));
  }
}

/** Annotations: keys as of labels but in any case, 256 KiB altogether. */
export function reviewAnnotations(review: Review, object: JsonObject, path: FieldPath, at: FieldPath = path): void {
  let size = 0;
  for (const [key, value] of pairsOf(object, 'annotations')) {
    invalidEach(review, path, key, qualifiedNameProblems(key.toLowerCase()), keyed(at, key));
    size += byteLength(key) + byteLength(value);
  }
  if (size > annotationLimit) tooLong(review, path, '', annotationLimit);
}

/** The selector in a field, if it is there (apimachinery ValidateLabelSelector). */
export function reviewLabelSelector(review: Review, object: JsonObject, field: string, parent: FieldPath): void {
  const selector = objectOf(object, field);
  if (selector === null) return;
  const path = child(parent, field);
  reviewLabels(review, selector, 'matchLabels', child(path, 'matchLabels'));
  objectsOf(selector, 'matchExpressions').forEach((requirement, index) => {
    reviewRequirement(review, requirement, indexed(child(path, 'matchExpressions'), index));
  });
}

/** The key of a label, or what must look like one. */
export function reviewLabelName(review: Review, path: FieldPath, name: string): void {
  invalidEach(review, path, name, qualifiedNameProblems(name));
}

/** Values of a requirement, each under its index. */
export function reviewLabelValues(review: Review, path: FieldPath, values: readonly string[]): void {
  values.forEach((value, index) => {
    invalidEach(review, indexed(path, index), value, labelValueProblems(value));
  });
}

/** `In` and `NotIn` need values, `Exists` and `DoesNotExist` must not have any. True: the operator is one of the four. */
export function reviewSetOperator(review: Review, requirement: JsonObject, path: FieldPath): boolean {
  const values = textsOf(requirement, 'values');
  switch (textOf(requirement, 'operator')) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) required(review, child(path, 'values'), "must be specified when `operator` is 'In' or 'NotIn'");
      return true;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) forbidden(review, child(path, 'values'), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
      return true;
    default:
      return false;
  }
}

const annotationLimit = 256 * 1024;

function reviewRequirement(review: Review, requirement: JsonObject, path: FieldPath): void {
  if (!reviewSetOperator(review, requirement, path))
    invalidWord(review, child(path, 'operator'), textOf(requirement, 'operator'), 'not a valid selector operator');
  reviewLabelName(review, child(path, 'key'), textOf(requirement, 'key'));
  reviewLabelValues(review, child(path, 'values'), textsOf(requirement, 'values'));
}

/** `matchLabelKeys` and `mismatchLabelKeys` need a labelSelector beside them, and are label keys. */
export function reviewMatchLabelKeys(review: Review, term: JsonObject, field: string, parent: FieldPath): void {
  const keys = textsOf(term, field);
  if (keys.length === 0) return;
  const path = child(parent, field);
  if (has(term, 'labelSelector')) {
    keys.forEach((key, index) => {
      reviewLabelName(review, indexed(path, index), key);
    });
  } else forbidden(review, path, 'must not be specified when labelSelector is not set');
}
