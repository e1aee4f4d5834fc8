import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { atLeast } from '../versions.ts';
import { reviewLabelName, reviewLabelSelector, reviewMatchLabelKeys } from './labels.ts';
import { has, numberOf, objectsOf, pairsOf, partOf, textOf, textsOf } from './read.ts';
import { duplicate, invalid, oneOf, type Review, required } from './review.ts';

/** topologySpreadConstraints (core validation, validateTopologySpreadConstraints). */
export function reviewTopologySpread(review: Review, constraints: readonly JsonObject[], path: FieldPath): void {
  const last = new Map(constraints.map((constraint, index) => [kindOf(constraint), index]));
  constraints.forEach((constraint, index) => {
    const place = indexed(path, index);
    reviewConstraint(review, constraint, place);
    if ((last.get(kindOf(constraint)) ?? index) > index)
      duplicate(review, child(place, '{topologyKey, whenUnsatisfiable}'), kindOf(constraint), child(place, 'topologyKey'));
  });
}

function reviewConstraint(review: Review, constraint: JsonObject, path: FieldPath): void {
  const maxSkew = numberOf(constraint, 'maxSkew');
  if (maxSkew <= 0) invalid(review, child(path, 'maxSkew'), maxSkew, 'must be greater than zero');
  if (textOf(constraint, 'topologyKey') === '') required(review, child(path, 'topologyKey'), 'can not be empty');
  const action = textOf(constraint, 'whenUnsatisfiable');
  oneOf(review, child(path, 'whenUnsatisfiable'), action, ['DoNotSchedule', 'ScheduleAnyway']);
  if (has(constraint, 'minDomains')) reviewMinDomains(review, numberOf(constraint, 'minDomains'), action, child(path, 'minDomains'));
  for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy']) {
    if (has(constraint, field)) oneOf(review, child(path, field), textOf(constraint, field), ['Honor', 'Ignore']);
  }
  reviewMatchLabelKeys(review, constraint, 'matchLabelKeys', path);
  if (!atLeast(review.version, '1.34')) reviewKeysAsBefore(review, constraint, child(path, 'matchLabelKeys'));
  reviewLabelSelector(review, constraint, 'labelSelector', path);
}

function reviewMinDomains(review: Review, domains: number, action: string, path: FieldPath): void {
  if (domains <= 0) invalid(review, path, domains, 'must be greater than zero');
  if (action !== 'DoNotSchedule')
    invalid(review, path, domains, `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`);
}

/** Up to 1.33 a key must not be in the selector, too, and is looked at also where there is none. */
function reviewKeysAsBefore(review: Review, constraint: JsonObject, path: FieldPath): void {
  const selector = partOf(constraint, 'labelSelector');
  const selected = [
    ...pairsOf(selector, 'matchLabels').map(([key]) => key),
    ...objectsOf(selector, 'matchExpressions').map(one => textOf(one, 'key')),
  ];
  textsOf(constraint, 'matchLabelKeys').forEach((key, index) => {
    if (!has(constraint, 'labelSelector')) reviewLabelName(review, indexed(path, index), key);
    if (selected.includes(key)) invalid(review, indexed(path, index), key, 'exists in both matchLabelKeys and labelSelector');
  });
}

function kindOf(constraint: JsonObject): string {
  return `{${textOf(constraint, 'topologyKey')}, ${textOf(constraint, 'whenUnsatisfiable')}}`;
}
