import { type JsonObject, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { flagOf, has, objectOf, objectsOf, partOf, textOf } from './read.ts';
import { forbidden, invalid, notSupported, type Review, required } from './review.ts';

/** What a pod's `os` rules out (validateOS, validateWindows, validateLinux), and the rules of Windows host processes. */
export function reviewOperatingSystem(review: Review, spec: JsonObject, path: FieldPath): void {
  reviewHostProcess(review, spec, path);
  const os = objectOf(spec, 'os');
  if (os === null) return;
  const name = textOf(os, 'name');
  if (name === '') required(review, child(path, 'os', 'name'));
  else if (name === 'windows') reviewWindows(review, spec, path);
  else if (name === 'linux') reviewLinux(review, spec, path);
  else notSupported(review, child(path, 'os'), name, ['linux', 'windows'], child(path, 'os', 'name'));
}

/** All containers of a pod with the path of each, init containers first. */
export function containersOf(spec: JsonObject, path: FieldPath): readonly { readonly container: JsonObject; readonly path: FieldPath }[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap(field =>
    objectsOf(spec, field).map((container, index) => ({ container, path: indexed(child(path, field), index) })),
  );
}

const notOnWindows: readonly string[] = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
];
const notInWindowsContainers: readonly string[] = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

function reviewWindows(review: Review, spec: JsonObject, path: FieldPath): void {
  const context = partOf(spec, 'securityContext');
  const forbid = (place: FieldPath): void => forbidden(review, place, 'cannot be set for a windows pod');
  for (const field of notOnWindows) if (isSet(context, field)) forbid(child(path, 'securityContext', field));
  for (const field of ['hostUsers', 'shareProcessNamespace']) if (has(spec, field)) forbid(child(path, field));
  for (const field of ['hostPID', 'hostIPC']) if (flagOf(spec, field)) forbid(child(path, field));
  for (const { container, path: place } of containersOf(spec, path)) {
    const own = partOf(container, 'securityContext');
    for (const field of notInWindowsContainers) if (isSet(own, field)) forbid(child(place, 'securityContext', field));
  }
}

function isSet(context: JsonObject, field: string): boolean {
  return field === 'sysctls' ? objectsOf(context, field).length > 0 : has(context, field);
}

function reviewLinux(review: Review, spec: JsonObject, path: FieldPath): void {
  const owners = [{ container: spec, path }, ...containersOf(spec, path)];
  for (const owner of owners) {
    if (has(partOf(owner.container, 'securityContext'), 'windowsOptions'))
      forbidden(review, child(owner.path, 'securityContext', 'windowsOptions'), 'windows options cannot be set for a linux pod');
  }
}

/** Host processes: all containers of a pod, or none, and on the host's network. */
function reviewHostProcess(review: Review, spec: JsonObject, path: FieldPath): void {
  const pod = hostProcessOf(spec);
  const containers = containersOf(spec, path);
  let count = 0;
  for (const { container, path: place } of containers) {
    const own = hostProcessOf(container);
    if (pod !== undefined && own !== undefined && pod !== own) {
      const why = `pod hostProcess value must be identical if both are specified, was ${pod}`;
      invalid(review, child(place, 'securityContext', 'windowsOptions', 'hostProcess'), own, why);
    }
    if (own ?? pod ?? false) count++;
  }
  if (count === 0) return;
  if (count !== containers.length)
    invalid(review, path, '', 'If pod contains any hostProcess containers then all containers must be HostProcess containers');
  if (!flagOf(spec, 'hostNetwork'))
    invalid(review, child(path, 'hostNetwork'), false, 'hostNetwork must be true if pod contains any hostProcess containers');
}

function hostProcessOf(owner: JsonObject): boolean | undefined {
  const value = member(partOf(partOf(owner, 'securityContext'), 'windowsOptions'), 'hostProcess');
  return typeof value === 'boolean' ? value : undefined;
}
