import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { has, objectsOf, partOf, textOf } from '../validation/read.ts';
import { atLeast } from '../versions.ts';
import { warnOfFractions } from './fractions.ts';
import { warnOfOverlaps } from './overlappingFiles.ts';
import { type WarningReview, warn } from './warn.ts';

/** Kinds of volume that are on their way out, or gone. The server's path of one of them is not its field. */
const old: readonly (readonly [field: string, text: string])[] = [
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'deprecated in v1.22, non-functional in v1.25+'],
  ['quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];

/** Warnings of the volumes of a pod. */
export function warnOfVolumes(review: WarningReview, spec: JsonObject, path: FieldPath): void {
  objectsOf(spec, 'volumes').forEach((volume, index) => {
    const place = indexed(child(path, 'volumes'), index);
    for (const [field, text] of old)
      if (has(volume, field)) warn(review, child(place, field === 'storageos' ? 'storageOS' : field), inVersion(review, field, text));
    const claim = child(place, 'ephemeral', 'volumeClaimTemplate', 'spec', 'resources', 'requests');
    const claimSpec = partOf(partOf(partOf(volume, 'ephemeral'), 'volumeClaimTemplate'), 'spec');
    warnOfFractions(review, partOf(claimSpec, 'resources'), 'requests', claim);
    if (atLeast(review.version, '1.32')) warnOfOverlaps(review, volume, textOf(volume, 'name'), place);
  });
}

function inVersion(review: WarningReview, field: string, text: string): string {
  return field === 'gitRepo' && !atLeast(review.version, '1.33') ? 'deprecated in v1.11' : text;
}
