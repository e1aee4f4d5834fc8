import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child } from '../../fieldPath.ts';
import { outOfRange } from '../../names/messages.ts';
import { has, numberOf, textOf, textsOf } from '../read.ts';
import { invalid, type Review, required } from '../review.ts';

/** A directory of an NFS server. */
export function reviewNfs(review: Review, source: JsonObject, path: FieldPath): void {
  const file = textOf(source, 'path');
  if (textOf(source, 'server') === '') required(review, child(path, 'server'));
  if (file === '') required(review, child(path, 'path'));
  if (!file.startsWith('/')) invalid(review, child(path, 'path'), file, 'must be an absolute path');
}

/** A dataset of Flocker: by name or by UUID. */
export function reviewFlocker(review: Review, source: JsonObject, path: FieldPath): void {
  const name = textOf(source, 'datasetName');
  const uuid = textOf(source, 'datasetUUID');
  if (name === '' && uuid === '') required(review, path, 'one of datasetName and datasetUUID is required');
  if (name !== '' && uuid !== '') invalid(review, path, 'resource', 'datasetName and datasetUUID can not be specified simultaneously');
  if (name.includes('/')) invalid(review, child(path, 'datasetName'), name, "must not contain '/'");
}

const registryRule = 'must be a host:port pair or multiple pairs separated by commas';

/** A volume of Quobyte: its registries are `host:port`, with commas between. */
export function reviewQuobyte(review: Review, source: JsonObject, path: FieldPath): void {
  const registry = textOf(source, 'registry');
  if (registry === '') required(review, child(path, 'registry'), registryRule);
  else if (textOf(source, 'tenant').length >= 65)
    required(review, child(path, 'tenant'), 'must be a UUID and may not exceed a length of 64 characters');
  else {
    for (const pair of registry.split(',')) {
      if (!/^(\[[^\][]*\]|[^:[\]]*):[^:[\]]*$/.test(pair)) invalid(review, child(path, 'registry'), registry, registryRule);
    }
  }
  if (textOf(source, 'volume') === '') required(review, child(path, 'volume'));
}

/** A Fibre Channel device: by target and lun, or by its own id. */
export function reviewFibreChannel(review: Review, source: JsonObject, path: FieldPath): void {
  const names = textsOf(source, 'targetWWNs');
  const ids = textsOf(source, 'wwids');
  const lun = numberOf(source, 'lun');
  const place = child(path, 'targetWWNs');
  if (names.length === 0 && ids.length === 0) required(review, place, 'must specify either targetWWNs or wwids, but not both');
  if (names.length > 0 && ids.length > 0) invalid(review, place, names, 'targetWWNs and wwids can not be specified simultaneously');
  if (names.length === 0) return;
  if (!has(source, 'lun')) required(review, child(path, 'lun'), 'lun is required if targetWWNs is specified');
  else if (lun < 0 || lun > 255) invalid(review, child(path, 'lun'), lun, outOfRange(0, 255));
}
