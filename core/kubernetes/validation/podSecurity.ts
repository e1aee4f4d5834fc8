import { type JsonObject, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { atLeast } from '../versions.ts';
import { containersOf } from './operatingSystem.ts';
import { reviewProfiles } from './profiles.ts';
import { flagOf, has, numbersOf, objectsOf, partOf, textOf } from './read.ts';
import { duplicate, forbidden, invalid, oneOf, type Review, required } from './review.ts';
import { reviewId, reviewIdValue } from './securityContext.ts';
import { reviewWindowsOptions } from './windowsOptions.ts';

/** The pod's securityContext, with the host namespaces that the server keeps there (validatePodSpecSecurityContext, validateHostUsers). */
export function reviewPodSecurity(review: Review, spec: JsonObject, path: FieldPath): void {
  const context = partOf(spec, 'securityContext');
  const place = child(path, 'securityContext');
  for (const field of ['fsGroup', 'runAsUser', 'runAsGroup']) reviewId(review, context, field, place);
  numbersOf(context, 'supplementalGroups').forEach((group, index) => {
    reviewIdValue(review, group, indexed(child(place, 'supplementalGroups'), index));
  });
  if (flagOf(spec, 'shareProcessNamespace') && flagOf(spec, 'hostPID')) {
    const why = 'ShareProcessNamespace and HostPID cannot both be enabled';
    const shown = atLeast(review.version, '1.37') ? path : place;
    invalid(review, child(shown, 'shareProcessNamespace'), true, why, child(path, 'shareProcessNamespace'));
  }
  reviewSysctls(review, objectsOf(context, 'sysctls'), spec, child(place, 'sysctls'));
  for (const [field, values] of policies) if (has(context, field)) oneOf(review, child(place, field), textOf(context, field), values);
  if (has(context, 'seLinuxChangePolicy')) {
    const policy = textOf(context, 'seLinuxChangePolicy');
    oneOf(
      review,
      child(place, 'seLinuxChangePolicy'),
      policy,
      atLeast(review.version, '1.37') ? ['MountOption', 'Recursive'] : ['Recursive'],
    );
  }
  reviewWindowsOptions(review, context, place);
  reviewProfiles(review, context, place);
  reviewHostUsers(review, spec, path);
}

const policies: readonly (readonly [string, readonly string[]])[] = [
  ['fsGroupChangePolicy', ['Always', 'OnRootMismatch']],
  ['supplementalGroupsPolicy', ['Merge', 'Strict']],
];

const sysctlRule = '^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$';
const sysctlPattern = new RegExp(sysctlRule);

function reviewSysctls(review: Review, sysctls: readonly JsonObject[], spec: JsonObject, path: FieldPath): void {
  const seen = new Set<string>();
  sysctls.forEach((sysctl, index) => {
    const name = textOf(sysctl, 'name');
    const place = child(indexed(path, index), 'name');
    if (name === '') required(review, place);
    else if (name.length > 253 || !sysctlPattern.test(name))
      invalid(review, place, name, `must have at most 253 characters and match regex ${sysctlRule}`);
    else if (seen.has(name)) duplicate(review, place, name);
    const namespace = sharedNamespace(name, spec);
    if (namespace !== null) invalid(review, place, name, `may not be specified when '${namespace}' is true`);
    seen.add(name);
  });
}

/** A sysctl of a namespace that the pod shares with its node is not the pod's to set. */
function sharedNamespace(name: string, spec: JsonObject): string | null {
  const dotted = name.replaceAll('/', '.');
  if (flagOf(spec, 'hostNetwork') && dotted.startsWith('net.')) return 'hostNetwork';
  return flagOf(spec, 'hostIPC') && /^(kernel\.(shm|msg|sem)|fs\.mqueue\.)/.test(dotted) ? 'hostIPC' : null;
}

/** A pod with users of its own cannot share its node's namespaces. The server's paths of two of them are Go's names. */
function reviewHostUsers(review: Review, spec: JsonObject, path: FieldPath): void {
  if (member(spec, 'hostUsers') !== false) return;
  for (const [field, shown] of [
    ['hostNetwork', 'hostNetwork'],
    ['hostPID', 'HostPID'],
    ['hostIPC', 'HostIPC'],
  ] as const) {
    if (flagOf(spec, field)) forbidden(review, child(path, shown), 'when `hostUsers` is false', child(path, field));
  }
  if (!atLeast(review.version, '1.34')) return;
  for (const { container, path: place } of containersOf(spec, path))
    if (objectsOf(container, 'volumeDevices').length > 0) forbidden(review, child(place, 'volumeDevices'), 'when `hostUsers` is false');
}
