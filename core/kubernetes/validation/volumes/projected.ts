import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child, indexed } from '../../fieldPath.ts';
import { reviewProjectedPath } from '../filePath.ts';
import { has, numberOf, objectsOf, partOf, textOf } from '../read.ts';
import { forbidden, invalid, type Review, required } from '../review.ts';
import { reviewDownwardItem, reviewItems, reviewMode } from './files.ts';

/** A projected volume (validateProjectedVolumeSource): no two sources may write the same file. */
export function reviewProjected(review: Review, volume: JsonObject, path: FieldPath): void {
  reviewMode(review, volume, 'defaultMode', path);
  const files = new Set<string>();
  objectsOf(volume, 'sources').forEach((source, index) => {
    const place = indexed(child(path, 'sources'), index);
    for (const kind of ['secret', 'configMap'])
      if (has(source, kind)) reviewObject(review, partOf(source, kind), child(place, kind), path, files);
    if (has(source, 'downwardAPI')) reviewDownward(review, partOf(source, 'downwardAPI'), child(place, 'downwardAPI'), path, files);
    if (has(source, 'serviceAccountToken'))
      reviewToken(review, partOf(source, 'serviceAccountToken'), child(place, 'serviceAccountToken'), path);
    if (Object.keys(source).length > 1) forbidden(review, place, 'may not specify more than 1 volume type per source');
  });
}

/** A ConfigMap or Secret. */
function reviewObject(review: Review, source: JsonObject, place: FieldPath, path: FieldPath, files: Set<string>): void {
  const name = textOf(source, 'name');
  if (name === '') required(review, child(place, 'name'));
  reviewItems(review, source, place);
  claimFiles(review, source, name, place, path, files);
}

function reviewDownward(review: Review, source: JsonObject, place: FieldPath, path: FieldPath, files: Set<string>): void {
  objectsOf(source, 'items').forEach((item, index) => {
    reviewDownwardItem(review, item, place, indexed(child(place, 'items'), index));
  });
  claimFiles(review, source, null, place, path, files);
}

/** `name`: what the message shows; null: the file itself. */
function claimFiles(review: Review, source: JsonObject, name: string | null, place: FieldPath, path: FieldPath, files: Set<string>): void {
  objectsOf(source, 'items').forEach((item, index) => {
    const file = textOf(item, 'path');
    if (file === '') return;
    const at = child(indexed(child(place, 'items'), index), 'path');
    if (files.has(file)) invalid(review, path, name ?? file, 'conflicting duplicate paths', at);
    files.add(file);
  });
}

/** The server tells of the token's file under the path of the volume. */
function reviewToken(review: Review, token: JsonObject, place: FieldPath, path: FieldPath): void {
  const seconds = numberOf(token, 'expirationSeconds');
  const file = textOf(token, 'path');
  if (seconds < 600) invalid(review, child(place, 'expirationSeconds'), seconds, 'may not specify a duration less than 10 minutes');
  if (seconds > 2 ** 32) invalid(review, child(place, 'expirationSeconds'), seconds, 'may not specify a duration larger than 2^32 seconds');
  if (file === '') required(review, child(path, 'path'), '', child(place, 'path'));
  else reviewProjectedPath(review, child(path, 'path'), file, child(place, 'path'));
}
