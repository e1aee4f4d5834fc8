import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { labelValueProblems } from '../names/labels.ts';
import { has, objectsOf, partOf, textOf, textsOf } from '../validation/read.ts';
import { atLeast } from '../versions.ts';
import { renamedLabel } from './nodeLabels.ts';
import { type WarningReview, warn } from './warn.ts';

const requiredField = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferredField = 'preferredDuringSchedulingIgnoredDuringExecution';
const matchesNothing = 'a null labelSelector results in matching no pod';

/** Warnings of affinities and spread constraints. */
export function warnOfPlacement(review: WarningReview, spec: JsonObject, path: FieldPath): void {
  const affinity = partOf(spec, 'affinity');
  warnOfNodeAffinity(review, partOf(affinity, 'nodeAffinity'), child(path, 'affinity', 'nodeAffinity'));
  for (const kind of ['podAffinity', 'podAntiAffinity']) warnOfPodAffinity(review, partOf(affinity, kind), child(path, 'affinity', kind));
  objectsOf(spec, 'topologySpreadConstraints').forEach((constraint, index) => {
    const place = indexed(child(path, 'topologySpreadConstraints'), index);
    const key = textOf(constraint, 'topologyKey');
    const text = renamedLabel(key);
    if (text !== null) warn(review, child(place, 'topologyKey'), `${key} is ${text}`);
    if (!has(constraint, 'labelSelector')) warn(review, child(place, 'labelSelector'), matchesNothing);
  });
}

function warnOfNodeAffinity(review: WarningReview, affinity: JsonObject, path: FieldPath): void {
  objectsOf(partOf(affinity, requiredField), 'nodeSelectorTerms').forEach((term, index) => {
    warnOfTerm(review, term, indexed(child(path, requiredField, 'nodeSelectorTerms'), index), false);
  });
  objectsOf(affinity, preferredField).forEach((term, index) => {
    warnOfTerm(review, partOf(term, 'preference'), child(indexed(child(path, preferredField), index), 'preference'), true);
  });
}

/** Values that no label can have are an error where a node must match, a warning where it is only preferred. */
function warnOfTerm(review: WarningReview, term: JsonObject, path: FieldPath, values: boolean): void {
  objectsOf(term, 'matchExpressions').forEach((requirement, index) => {
    const place = indexed(child(path, 'matchExpressions'), index);
    const key = textOf(requirement, 'key');
    const text = renamedLabel(key);
    if (text !== null) warn(review, child(place, 'key'), `${key} is ${text}`);
    if (!values || !atLeast(review.version, '1.33')) return;
    textsOf(requirement, 'values').forEach((value, at) => {
      for (const problem of labelValueProblems(value)) warn(review, indexed(child(place, 'values'), at), `${value} is invalid, ${problem}`);
    });
  });
}

function warnOfPodAffinity(review: WarningReview, affinity: JsonObject, path: FieldPath): void {
  const check = (term: JsonObject, place: FieldPath): void => {
    if (!has(term, 'labelSelector')) warn(review, child(place, 'labelSelector'), matchesNothing);
  };
  objectsOf(affinity, requiredField).forEach((term, index) => {
    check(term, indexed(child(path, requiredField), index));
  });
  objectsOf(affinity, preferredField).forEach((term, index) => {
    check(partOf(term, 'podAffinityTerm'), child(indexed(child(path, preferredField), index), 'podAffinityTerm'));
  });
}
