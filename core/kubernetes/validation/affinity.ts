import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems } from '../names/dns.ts';
import { atLeast } from '../versions.ts';
import { reviewLabelName, reviewLabelSelector, reviewLabelValues, reviewMatchLabelKeys, reviewSetOperator } from './labels.ts';
import { numberOf, objectOf, objectsOf, partOf, textOf, textsOf } from './read.ts';
import { invalid, invalidEach, invalidWord, type Review, required } from './review.ts';

const requiredField = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferredField = 'preferredDuringSchedulingIgnoredDuringExecution';

/** Node, pod and pod anti affinity (core validation, validateAffinity). */
export function reviewAffinity(review: Review, affinity: JsonObject, path: FieldPath): void {
  reviewNodeAffinity(review, partOf(affinity, 'nodeAffinity'), child(path, 'nodeAffinity'));
  for (const field of ['podAffinity', 'podAntiAffinity']) reviewPodAffinity(review, partOf(affinity, field), child(path, field));
}

function reviewNodeAffinity(review: Review, affinity: JsonObject, path: FieldPath): void {
  const selector = objectOf(affinity, requiredField);
  if (selector !== null) reviewNodeSelector(review, selector, child(path, requiredField));
  objectsOf(affinity, preferredField).forEach((term, index) => {
    const place = indexed(child(path, preferredField), index);
    reviewWeight(review, term, place);
    reviewNodeTerm(review, partOf(term, 'preference'), child(place, 'preference'), false);
  });
}

function reviewNodeSelector(review: Review, selector: JsonObject, path: FieldPath): void {
  const terms = objectsOf(selector, 'nodeSelectorTerms');
  const place = child(path, 'nodeSelectorTerms');
  if (terms.length === 0) required(review, place, 'must have at least one node selector term');
  terms.forEach((term, index) => {
    reviewNodeTerm(review, term, indexed(place, index), true);
  });
}

function reviewNodeTerm(review: Review, term: JsonObject, path: FieldPath, must: boolean): void {
  objectsOf(term, 'matchExpressions').forEach((requirement, index) => {
    reviewNodeRequirement(review, requirement, indexed(child(path, 'matchExpressions'), index), must);
  });
  objectsOf(term, 'matchFields').forEach((requirement, index) => {
    reviewNodeField(review, requirement, indexed(child(path, 'matchFields'), index));
  });
}

/** Values that no label can have are refused only in what a node must match, and only since 1.33. */
function reviewNodeRequirement(review: Review, requirement: JsonObject, path: FieldPath, must: boolean): void {
  const operator = textOf(requirement, 'operator');
  const values = textsOf(requirement, 'values');
  if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1) required(review, child(path, 'values'), "must be specified single value when `operator` is 'Lt' or 'Gt'");
  } else if (!reviewSetOperator(review, requirement, path))
    invalidWord(review, child(path, 'operator'), operator, 'not a valid selector operator');
  reviewLabelName(review, child(path, 'key'), textOf(requirement, 'key'));
  if (must && atLeast(review.version, '1.33')) reviewLabelValues(review, child(path, 'values'), values);
}

/** The only field of a node one can ask for is its name. */
function reviewNodeField(review: Review, requirement: JsonObject, path: FieldPath): void {
  const key = textOf(requirement, 'key');
  const operator = textOf(requirement, 'operator');
  const values = textsOf(requirement, 'values');
  if (operator !== 'In' && operator !== 'NotIn') invalidWord(review, child(path, 'operator'), operator, 'not a valid selector operator');
  else if (values.length !== 1)
    required(review, child(path, 'values'), "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
  if (key === 'metadata.name') {
    values.forEach((value, index) => {
      invalidEach(review, indexed(child(path, 'values'), index), value, dnsSubdomainProblems(value));
    });
  } else invalid(review, child(path, 'key'), key, 'not a valid field selector key');
}

function reviewPodAffinity(review: Review, affinity: JsonObject, path: FieldPath): void {
  objectsOf(affinity, requiredField).forEach((term, index) => {
    reviewPodTerm(review, term, indexed(child(path, requiredField), index));
  });
  objectsOf(affinity, preferredField).forEach((term, index) => {
    const place = indexed(child(path, preferredField), index);
    reviewWeight(review, term, place);
    reviewPodTerm(review, partOf(term, 'podAffinityTerm'), child(place, 'podAffinityTerm'));
  });
}

function reviewPodTerm(review: Review, term: JsonObject, path: FieldPath): void {
  reviewLabelSelector(review, term, 'labelSelector', path);
  reviewLabelSelector(review, term, 'namespaceSelector', path);
  textsOf(term, 'namespaces').forEach((name, index) => {
    invalidEach(review, child(path, 'namespace'), name, dnsLabelProblems(name), indexed(child(path, 'namespaces'), index));
  });
  const topologyKey = textOf(term, 'topologyKey');
  if (topologyKey === '') required(review, child(path, 'topologyKey'), 'can not be empty');
  reviewLabelName(review, child(path, 'topologyKey'), topologyKey);
  reviewMatchLabelKeys(review, term, 'matchLabelKeys', path);
  reviewMatchLabelKeys(review, term, 'mismatchLabelKeys', path);
  const mismatched = textsOf(term, 'mismatchLabelKeys');
  textsOf(term, 'matchLabelKeys').forEach((key, index) => {
    const place = indexed(child(path, 'matchLabelKeys'), index);
    if (mismatched.includes(key)) invalid(review, place, key, 'exists in both matchLabelKeys and mismatchLabelKeys');
  });
}

function reviewWeight(review: Review, term: JsonObject, path: FieldPath): void {
  const weight = numberOf(term, 'weight');
  if (weight <= 0 || weight > 100) invalid(review, child(path, 'weight'), weight, 'must be in the range 1-100');
}
