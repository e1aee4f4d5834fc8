import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child, indexed } from '../../fieldPath.ts';
import { reviewFieldRef, reviewResourceFieldRef, volumeFields } from '../fieldRefs.ts';
import { reviewProjectedPath } from '../filePath.ts';
import { has, numberOf, objectOf, objectsOf, textOf } from '../read.ts';
import { invalid, type Review, required } from '../review.ts';

/** A Secret as files. */
export function reviewSecret(review: Review, source: JsonObject, path: FieldPath): void {
  if (textOf(source, 'secretName') === '') required(review, child(path, 'secretName'));
  reviewMode(review, source, 'defaultMode', path);
  reviewItems(review, source, path);
}

/** A ConfigMap as files. */
export function reviewConfigMap(review: Review, source: JsonObject, path: FieldPath): void {
  if (textOf(source, 'name') === '') required(review, child(path, 'name'));
  reviewMode(review, source, 'defaultMode', path);
  reviewItems(review, source, path);
}

/** Fields of the pod as files. */
export function reviewDownwardApi(review: Review, source: JsonObject, path: FieldPath): void {
  reviewMode(review, source, 'defaultMode', path);
  objectsOf(source, 'items').forEach((item, index) => {
    reviewDownwardItem(review, item, path, indexed(child(path, 'items'), index));
  });
}

/** The keys of a Secret or ConfigMap that become files. */
export function reviewItems(review: Review, source: JsonObject, path: FieldPath): void {
  objectsOf(source, 'items').forEach((item, index) => {
    const place = indexed(child(path, 'items'), index);
    if (textOf(item, 'key') === '') required(review, child(place, 'key'));
    const file = textOf(item, 'path');
    if (file === '') required(review, child(place, 'path'));
    reviewProjectedPath(review, child(place, 'path'), file);
    reviewMode(review, item, 'mode', place);
  });
}

/** A file of a downwardAPI volume. The server tells of it under the path of the volume. */
export function reviewDownwardItem(review: Review, item: JsonObject, path: FieldPath, at: FieldPath): void {
  const file = textOf(item, 'path');
  if (file === '') required(review, child(path, 'path'), '', child(at, 'path'));
  reviewProjectedPath(review, child(path, 'path'), file, child(at, 'path'));
  const field = objectOf(item, 'fieldRef');
  const resource = objectOf(item, 'resourceFieldRef');
  if (field !== null) {
    reviewFieldRef(review, field, volumeFields, child(path, 'fieldRef'), child(at, 'fieldRef'));
    if (resource !== null) invalid(review, path, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously', at);
  } else if (resource !== null)
    reviewResourceFieldRef(review, resource, true, child(path, 'resourceFieldRef'), child(at, 'resourceFieldRef'));
  else required(review, path, 'one of fieldRef and resourceFieldRef is required', at);
  reviewMode(review, item, 'mode', path, at);
}

/** Permissions of a file. */
export function reviewMode(review: Review, owner: JsonObject, field: string, path: FieldPath, at: FieldPath = path): void {
  const mode = numberOf(owner, field);
  if (has(owner, field) && (mode < 0 || mode > 0o777))
    invalid(review, child(path, field), mode, 'must be a number between 0 and 0777 (octal), both inclusive', child(at, field));
}
