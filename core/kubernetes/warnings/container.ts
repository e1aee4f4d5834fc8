import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';
import { has, objectsOf, partOf, textOf } from '../validation/read.ts';
import { atLeast } from '../versions.ts';
import { warnOfFractions } from './fractions.ts';
import { type WarningReview, warn } from './warn.ts';

/** Warnings of one container. */
export function warnOfContainer(review: WarningReview, container: JsonObject, path: FieldPath): void {
  const resources = partOf(container, 'resources');
  for (const field of ['limits', 'requests']) warnOfFractions(review, resources, field, child(path, 'resources', field));
  warnOfVariables(review, container, child(path, 'env'));
}

/** A name twice is fine only where the later value refers to the earlier one. */
function warnOfVariables(review: WarningReview, container: JsonObject, path: FieldPath): void {
  const names = new Set<string>();
  objectsOf(container, 'env').forEach((variable, index) => {
    const name = textOf(variable, 'name');
    const builds = !has(variable, 'valueFrom') && textOf(variable, 'value').includes(`$(${name})`);
    const dropped = atLeast(review.version, '1.30') ? ', which may be dropped when using apply' : '';
    if (names.has(name) && !builds) warn(review, indexed(path, index), `hides previous definition of ${goQuote(name)}${dropped}`);
    names.add(name);
  });
}
