import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { atLeast } from '../versions.ts';
import { has, numbersOf, objectOf, objectsOf, textOf } from './read.ts';
import { forbidden, oneOf, oneOfRequired, type Review, required, tooMany } from './review.ts';

/** A container's own restartPolicy and its rules: free since 1.35, before only `Always` for an init container. */
export function reviewRestartPolicy(review: Review, container: JsonObject, path: FieldPath, init: boolean): void {
  const place = child(path, 'restartPolicy');
  const policy = textOf(container, 'restartPolicy');
  if (atLeast(review.version, '1.34')) {
    if (has(container, 'restartPolicy')) oneOf(review, place, policy, ['Always', 'Never', 'OnFailure']);
    // of an init container without a policy of its own the server does not look at the rules
    if (init && !has(container, 'restartPolicy')) requirePolicy(review, container, path);
    else reviewRules(review, container, path);
  } else if (has(container, 'restartPolicy')) {
    if (!init) forbidden(review, place, 'may not be set for non-init containers');
    else oneOfRequired(review, place, policy, ['Always']);
  }
}

const ruleLimit = 20;
const codeLimit = 255;

function reviewRules(review: Review, container: JsonObject, path: FieldPath): void {
  const rules = objectsOf(container, 'restartPolicyRules');
  const place = child(path, 'restartPolicyRules');
  if (rules.length === 0) return;
  requirePolicy(review, container, path);
  if (rules.length > ruleLimit) tooMany(review, place, rules.length, ruleLimit);
  rules.forEach((rule, index) => {
    reviewRule(review, rule, indexed(place, index));
  });
}

function requirePolicy(review: Review, container: JsonObject, path: FieldPath): void {
  if (objectsOf(container, 'restartPolicyRules').length > 0 && !has(container, 'restartPolicy'))
    required(review, child(path, 'restartPolicy'), 'must specify restartPolicy when restart rules are used');
}

function reviewRule(review: Review, rule: JsonObject, path: FieldPath): void {
  oneOf(review, child(path, 'action'), textOf(rule, 'action'), ['Restart', 'RestartAllContainers']);
  const codes = objectOf(rule, 'exitCodes');
  if (codes === null) {
    required(review, child(path, 'exitCodes'), 'must be specified');
    return;
  }
  oneOf(review, child(path, 'exitCodes', 'operator'), textOf(codes, 'operator'), ['In', 'NotIn']);
  const count = numbersOf(codes, 'values').length;
  if (count > codeLimit) tooMany(review, child(path, 'exitCodes', 'values'), count, codeLimit);
}
