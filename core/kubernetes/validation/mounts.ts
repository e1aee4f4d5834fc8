import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { hasBacksteps, reviewDescendingPath } from './filePath.ts';
import { flagOf, has, objectsOf, partOf, textOf } from './read.ts';
import { forbidden, invalid, notFound, notSupported, oneOf, type Review, required } from './review.ts';
import type { KnownVolumes } from './volumes.ts';

/** What a container mounts (core validation, ValidateVolumeMounts). Some errors the server tells without the mount's index. */
export function reviewMounts(review: Review, container: JsonObject, volumes: KnownVolumes, path: FieldPath): void {
  const list = child(path, 'volumeMounts');
  const devices = taken(container, 'volumeDevices', 'devicePath');
  const points = new Set<string>();
  objectsOf(container, 'volumeMounts').forEach((mount, index) => {
    const place = indexed(list, index);
    reviewName(review, mount, volumes, place);
    reviewPoint(review, textOf(mount, 'mountPath'), points, child(place, 'mountPath'));
    if (devices.names.has(textOf(mount, 'name')))
      invalid(review, child(place, 'name'), textOf(mount, 'name'), 'must not already exist in volumeDevices');
    if (devices.paths.has(textOf(mount, 'mountPath')))
      invalid(review, child(place, 'mountPath'), textOf(mount, 'mountPath'), 'must not already exist as a path in volumeDevices');
    reviewSubPaths(review, mount, list, place);
    if (has(mount, 'mountPropagation')) reviewPropagation(review, mount, container, list, place);
    if (has(mount, 'recursiveReadOnly')) reviewRecursive(review, mount, list, place);
  });
}

/** Block devices of a container (ValidateVolumeDevices). */
export function reviewDevices(review: Review, container: JsonObject, volumes: KnownVolumes, path: FieldPath): void {
  const mounts = taken(container, 'volumeMounts', 'mountPath');
  const names = new Set<string>();
  const paths = new Set<string>();
  objectsOf(container, 'volumeDevices').forEach((device, index) => {
    const place = indexed(child(path, 'volumeDevices'), index);
    reviewDeviceName(review, textOf(device, 'name'), names, volumes, child(place, 'name'));
    reviewDevicePath(review, textOf(device, 'devicePath'), paths, child(place, 'devicePath'));
    if (mounts.names.has(textOf(device, 'name')))
      invalid(review, child(place, 'name'), textOf(device, 'name'), 'must not already exist in volumeMounts');
    if (mounts.paths.has(textOf(device, 'devicePath')))
      invalid(review, child(place, 'devicePath'), textOf(device, 'devicePath'), 'must not already exist as a path in volumeMounts');
  });
}

/** What the other list has taken already. */
function taken(
  container: JsonObject,
  list: string,
  path: string,
): { readonly names: ReadonlySet<string>; readonly paths: ReadonlySet<string> } {
  const entries = objectsOf(container, list);
  return { names: new Set(entries.map(entry => textOf(entry, 'name'))), paths: new Set(entries.map(entry => textOf(entry, path))) };
}

function reviewName(review: Review, mount: JsonObject, volumes: KnownVolumes, place: FieldPath): void {
  const name = textOf(mount, 'name');
  if (name === '') required(review, child(place, 'name'));
  if (!volumes.has(name) && (review.cascades || name !== '')) notFound(review, child(place, 'name'), name);
}

function reviewPoint(review: Review, point: string, points: Set<string>, path: FieldPath): void {
  if (point === '') required(review, path);
  if (points.has(point)) invalid(review, path, point, 'must be unique');
  points.add(point);
}

function reviewSubPaths(review: Review, mount: JsonObject, list: FieldPath, place: FieldPath): void {
  const plain = textOf(mount, 'subPath');
  const expression = textOf(mount, 'subPathExpr');
  if (plain !== '') reviewDescendingPath(review, child(list, 'subPath'), plain, child(place, 'subPath'));
  if (expression === '') return;
  if (plain !== '') invalid(review, child(place, 'subPathExpr'), expression, 'subPathExpr and subPath are mutually exclusive');
  reviewDescendingPath(review, child(list, 'subPathExpr'), expression, child(place, 'subPathExpr'));
}

function reviewPropagation(review: Review, mount: JsonObject, container: JsonObject, list: FieldPath, place: FieldPath): void {
  const propagation = textOf(mount, 'mountPropagation');
  const path = child(list, 'mountPropagation');
  const at = child(place, 'mountPropagation');
  oneOf(review, path, propagation, ['Bidirectional', 'HostToContainer', 'None'], at);
  if (propagation === 'Bidirectional' && !flagOf(partOf(container, 'securityContext'), 'privileged'))
    forbidden(review, path, 'Bidirectional mount propagation is available only to privileged containers', at);
}

function reviewRecursive(review: Review, mount: JsonObject, list: FieldPath, place: FieldPath): void {
  const mode = textOf(mount, 'recursiveReadOnly');
  const path = child(list, 'recursiveReadOnly');
  const at = child(place, 'recursiveReadOnly');
  if (mode === 'Disabled') return;
  if (mode !== 'Enabled' && mode !== 'IfPossible') {
    notSupported(review, path, mode, ['Disabled', 'Enabled', 'IfPossible'], at);
    return;
  }
  if (!flagOf(mount, 'readOnly')) forbidden(review, path, 'may only be specified when readOnly is true', at);
  if (has(mount, 'mountPropagation') && textOf(mount, 'mountPropagation') !== 'None')
    forbidden(review, path, 'may only be specified when mountPropagation is None or not specified', at);
}

function reviewDeviceName(review: Review, name: string, names: Set<string>, volumes: KnownVolumes, path: FieldPath): void {
  const volume = volumes.get(name);
  if (name === '') required(review, path);
  if (names.has(name)) invalid(review, path, name, 'must be unique');
  if (volume !== undefined && !has(volume, 'persistentVolumeClaim') && !has(volume, 'ephemeral'))
    invalid(review, path, name, 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode');
  if (volume === undefined && (review.cascades || name !== '')) notFound(review, path, name);
  if (name !== '') names.add(name);
}

function reviewDevicePath(review: Review, device: string, paths: Set<string>, path: FieldPath): void {
  if (device === '') required(review, path);
  if (paths.has(device)) invalid(review, path, device, 'must be unique');
  if (hasBacksteps(device)) invalid(review, path, device, "can not contain backsteps ('..')");
  else paths.add(device);
}
