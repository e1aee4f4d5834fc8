import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { labelValueProblems } from '../names/labels.ts';
import { reviewLabelName } from './labels.ts';
import { has, textOf } from './read.ts';
import { invalid, invalidWord, notSupported, oneOf, type Review } from './review.ts';

/** Tolerations of a pod (core validation, ValidateTolerations). */
export function reviewTolerations(review: Review, tolerations: readonly JsonObject[], path: FieldPath): void {
  tolerations.forEach((toleration, index) => {
    reviewToleration(review, toleration, indexed(path, index));
  });
}

function reviewToleration(review: Review, toleration: JsonObject, path: FieldPath): void {
  const key = textOf(toleration, 'key');
  const operator = textOf(toleration, 'operator');
  const effect = textOf(toleration, 'effect');
  if (key !== '') reviewLabelName(review, child(path, 'key'), key);
  else if (operator !== 'Exists') {
    const why = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
    invalidWord(review, child(path, 'operator'), operator, why);
  }
  if (has(toleration, 'tolerationSeconds') && effect !== 'NoExecute')
    invalidWord(review, child(path, 'effect'), effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
  reviewOperator(review, operator, textOf(toleration, 'value'), path);
  if (effect !== '') oneOf(review, child(path, 'effect'), effect, ['NoSchedule', 'PreferNoSchedule', 'NoExecute']);
}

/** The server tells of a wrong value under the operator. `Gt` and `Lt` are behind a gate that is off. */
function reviewOperator(review: Review, operator: string, value: string, parent: FieldPath): void {
  const path = child(parent, 'operator');
  const at = child(parent, 'value');
  switch (operator) {
    case '':
    case 'Equal': {
      const problems = labelValueProblems(value);
      if (problems.length > 0) invalid(review, path, value, problems.join(';'), at);
      return;
    }
    case 'Exists':
      if (value !== '') invalid(review, path, value, "value must be empty when `operator` is 'Exists'", at);
      return;
    case 'Gt':
    case 'Lt':
      notSupported(review, path, operator, ['Equal', 'Exists', 'Lt', 'Gt']);
      return;
    default:
      notSupported(review, path, operator, ['Equal', 'Exists']);
  }
}
