import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child, indexed } from '../../fieldPath.ts';
import { atLeast } from '../../versions.ts';
import { reviewProjectedPath } from '../filePath.ts';
import { has, numberOf, objectsOf, partOf, textOf } from '../read.ts';
import { forbidden, invalid, type Review, required } from '../review.ts';
import { reviewDownwardItem, reviewItems, reviewMode } from './files.ts';
import { certificateFiles, reviewPodCertificate } from './podCertificate.ts';
import { reviewTrustBundle } from './trustBundle.ts';

/** A projected volume (validateProjectedVolumeSource): no two sources may write the same file. */
export function reviewProjected(review: Review, volume: JsonObject, path: FieldPath): void {
  reviewMode(review, volume, 'defaultMode', path);
  const files = new Set<string>();
  objectsOf(volume, 'sources').forEach((source, index) => {
    const place = indexed(child(path, 'sources'), index);
    for (const kind of Object.keys(kinds)) {
      if (has(source, kind)) kinds[kind]?.(review, partOf(source, kind), child(place, kind), path, files);
    }
    if (Object.keys(source).length > 1) forbidden(review, place, 'may not specify more than 1 volume type per source');
  });
}

/** `place`: of the source; `path`: of the volume, under which the server tells some errors; `files`: written so far. */
type Rule = (review: Review, source: JsonObject, place: FieldPath, path: FieldPath, files: Set<string>) => void;

/** In the order in which the server looks. */
const kinds: Readonly<Record<string, Rule>> = {
  secret: reviewObject,
  configMap: reviewObject,
  downwardAPI: reviewDownward,
  serviceAccountToken: reviewToken,
  clusterTrustBundle(review, bundle, place, path, files) {
    reviewTrustBundle(review, bundle, place);
    claimFile(review, textOf(bundle, 'path'), null, child(place, 'path'), path, files);
  },
  podCertificate(review, certificate, place, path, files) {
    reviewPodCertificate(review, certificate, place);
    for (const field of certificateFiles) claimFile(review, textOf(certificate, field), null, child(place, field), path, files);
  },
};

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

function claimFiles(review: Review, source: JsonObject, name: string | null, place: FieldPath, path: FieldPath, files: Set<string>): void {
  objectsOf(source, 'items').forEach((item, index) => {
    claimFile(review, textOf(item, 'path'), name, child(indexed(child(place, 'items'), index), 'path'), path, files);
  });
}

/** `name`: what the message shows; null: the file itself. */
function claimFile(review: Review, file: string, name: string | null, at: FieldPath, path: FieldPath, files: Set<string>): void {
  if (file === '') return;
  if (files.has(file)) invalid(review, path, name ?? file, 'conflicting duplicate paths', at);
  files.add(file);
}

/** The server tells of the token's file under the path of the volume. */
function reviewToken(review: Review, token: JsonObject, place: FieldPath, path: FieldPath): void {
  const seconds = numberOf(token, 'expirationSeconds');
  const file = textOf(token, 'path');
  if (seconds < 600) invalid(review, child(place, 'expirationSeconds'), seconds, 'may not specify a duration less than 10 minutes');
  if (seconds > 2 ** 32) invalid(review, child(place, 'expirationSeconds'), seconds, 'may not specify a duration larger than 2^32 seconds');
  if (file === '') required(review, child(path, 'path'), '', child(place, 'path'));
  else if (atLeast(review.version, '1.30')) reviewProjectedPath(review, child(path, 'path'), file, child(place, 'path'));
}
