import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child } from '../../fieldPath.ts';
import { outOfRange } from '../../names/messages.ts';
import { flagOf, has, numberOf, textOf } from '../read.ts';
import { invalid, type Review, required } from '../review.ts';

/** A name has at most 223 letters; patterns are not tried on much more. */
const longest = 1024;
const wrongStart = 'must be valid format starting with iqn, eui, or naa';
const iqnPattern = /iqn\.\d{4}-\d{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\s]+)$/;
const euiPattern = /^eui.[A-Za-z0-9]{16}$/;
const naaPattern = /^naa.[A-Za-z0-9]{32}$/;

/** An iSCSI volume (validateISCSIVolumeSource). */
export function reviewIscsi(review: Review, source: JsonObject, path: FieldPath, at: FieldPath): void {
  const portal = textOf(source, 'targetPortal');
  const lun = numberOf(source, 'lun');
  if (portal === '') required(review, child(path, 'targetPortal'));
  if (textOf(source, 'iqn') === '') required(review, child(path, 'iqn'));
  else reviewName(review, textOf(source, 'iqn'), child(path, 'iqn'), child(at, 'iqn'));
  if (lun < 0 || lun > 255) invalid(review, child(path, 'lun'), lun, outOfRange(0, 255));
  if ((flagOf(source, 'chapAuthDiscovery') || flagOf(source, 'chapAuthSession')) && !has(source, 'secretRef'))
    required(review, child(path, 'secretRef'));
  if (has(source, 'initiatorName'))
    reviewName(review, textOf(source, 'initiatorName'), child(path, 'initiatorname'), child(at, 'initiatorName'));
}

function reviewName(review: Review, name: string, path: FieldPath, at: FieldPath): void {
  const pattern = name.startsWith('iqn') ? iqnPattern : name.startsWith('eui') ? euiPattern : name.startsWith('naa') ? naaPattern : null;
  if (pattern === null) invalid(review, path, name, wrongStart, at);
  else if (name.length > longest || !pattern.test(name)) invalid(review, path, name, 'must be valid format', at);
}

/** The server looks at the length also where the volume has another source before. `path`: of the volume. */
export function reviewIscsiLength(review: Review, source: JsonObject, path: FieldPath, volume: JsonObject): void {
  const name = textOf(volume, 'name');
  const why = 'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
  if (has(source, 'initiatorName') && `${name}:${textOf(source, 'targetPortal')}`.length > 64)
    invalid(review, child(path, 'name'), name, why);
}
