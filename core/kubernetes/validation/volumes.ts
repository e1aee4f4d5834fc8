import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { dnsLabelProblems } from '../names/dns.ts';
import { has, partOf, textOf } from './read.ts';
import { duplicate, forbidden, invalidEach, type Review, required } from './review.ts';
import { volumeSources } from './volumeSources.ts';

/** The volumes that containers can mount, by name. */
export type KnownVolumes = ReadonlyMap<string, JsonObject>;

/** The volumes of a pod (core validation, ValidateVolumes). A volume with a mistake is unknown to the server's rules for mounts. */
export function reviewVolumes(review: Review, volumes: readonly JsonObject[], path: FieldPath): KnownVolumes {
  const known = new Map<string, JsonObject>();
  volumes.forEach((volume, index) => {
    const before = review.found.length;
    reviewVolume(review, volume, indexed(path, index), known);
    if (review.found.length === before || (!review.cascades && !known.has(textOf(volume, 'name'))))
      known.set(textOf(volume, 'name'), volume);
  });
  return known;
}

function reviewVolume(review: Review, volume: JsonObject, path: FieldPath, known: KnownVolumes): void {
  reviewSource(review, volume, path);
  const name = textOf(volume, 'name');
  const place = child(path, 'name');
  if (name === '') required(review, place);
  else invalidEach(review, place, name, dnsLabelProblems(name));
  if (known.has(name)) duplicate(review, place, name);
}

/** Exactly one source: only the first of many is looked into. */
function reviewSource(review: Review, volume: JsonObject, path: FieldPath): void {
  let count = 0;
  for (const source of volumeSources) {
    if (!has(volume, source.field)) continue;
    const at = child(path, source.field);
    if (count > 0) forbidden(review, child(path, source.shownTwice ?? source.field), 'may not specify more than 1 volume type', at);
    else source.review(review, partOf(volume, source.field), child(path, source.shown ?? source.field), at, volume);
    source.reviewAlways?.(review, partOf(volume, source.field), path, volume);
    count++;
  }
  if (count === 0) required(review, path, 'must specify a volume type');
}
