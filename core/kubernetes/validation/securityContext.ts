import { type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { outOfRange } from '../names/messages.ts';
import { reviewProfiles } from './profiles.ts';
import { flagOf, has, numberOf, objectOf, partOf, textOf, textsOf } from './read.ts';
import { invalid, oneOf, type Review } from './review.ts';
import { reviewWindowsOptions } from './windowsOptions.ts';

/** The securityContext of a container (core validation, ValidateSecurityContext). `hostUsers`: the pod shares the node's users. */
export function reviewSecurityContext(review: Review, container: JsonObject, path: FieldPath, hostUsers: boolean): void {
  const context = objectOf(container, 'securityContext');
  if (context === null) return;
  const place = child(path, 'securityContext');
  reviewId(review, context, 'runAsUser', place);
  reviewId(review, context, 'runAsGroup', place);
  if (has(context, 'procMount')) reviewProcMount(review, textOf(context, 'procMount'), hostUsers, child(place, 'procMount'));
  reviewEscalation(review, context, place);
  reviewWindowsOptions(review, context, place);
  reviewProfiles(review, context, place);
}

/** A user or group: an int32 that is not negative. */
export function reviewId(review: Review, context: JsonObject, field: string, parent: FieldPath): void {
  const id = numberOf(context, field);
  if (has(context, field)) reviewIdValue(review, id, child(parent, field));
}

/** A user or group by number. */
export function reviewIdValue(review: Review, id: number, path: FieldPath): void {
  if (id < 0 || id > 2147483647) invalid(review, path, id, outOfRange(0, 2147483647));
}

function reviewProcMount(review: Review, procMount: string, hostUsers: boolean, path: FieldPath): void {
  oneOf(review, path, procMount, ['Default', 'Unmasked']);
  if (hostUsers && procMount === 'Unmasked') invalid(review, path, procMount, '`hostUsers` must be false to use `Unmasked`');
}

/** Who is privileged can always escalate. */
function reviewEscalation(review: Review, context: JsonObject, path: FieldPath): void {
  if (member(context, 'allowPrivilegeEscalation') !== false) return;
  const at = child(path, 'allowPrivilegeEscalation');
  if (flagOf(context, 'privileged'))
    invalid(review, path, inGoForm(context), 'cannot set `allowPrivilegeEscalation` to false and `privileged` to true', at);
  for (const capability of textsOf(partOf(context, 'capabilities'), 'add')) {
    if (capability === 'CAP_SYS_ADMIN')
      invalid(review, path, inGoForm(context), 'cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN', at);
  }
}

const goFields: readonly string[] = [
  'capabilities',
  'privileged',
  'seLinuxOptions',
  'windowsOptions',
  'runAsUser',
  'runAsGroup',
  'runAsNonRoot',
  'readOnlyRootFilesystem',
  'allowPrivilegeEscalation',
  'procMount',
  'seccompProfile',
  'appArmorProfile',
];

const goMembers: Readonly<Record<string, readonly string[]>> = {
  capabilities: ['add', 'drop'],
  seLinuxOptions: ['user', 'role', 'type', 'level'],
  windowsOptions: ['gmsaCredentialSpecName', 'gmsaCredentialSpec', 'runAsUserName', 'hostProcess'],
  seccompProfile: ['type', 'localhostProfile'],
  appArmorProfile: ['type', 'localhostProfile'],
};

/** Members that Go has as a text, not as a pointer to one. */
const plainTexts: readonly string[] = ['user', 'role', 'type', 'level'];

/** As the server prints its own struct in a message. */
function inGoForm(context: JsonObject): JsonValue {
  return Object.fromEntries(
    goFields.map(field => {
      const value = objectOf(context, field);
      const members = goMembers[field] ?? [];
      const shown =
        value === null
          ? member(context, field)
          : Object.fromEntries(members.map(name => [goName(name), member(value, name) ?? (plainTexts.includes(name) ? '' : null)]));
      return [goName(field), shown ?? null];
    }),
  );
}

function goName(field: string): string {
  if (field === 'seLinuxOptions') return 'SELinuxOptions';
  return field.startsWith('gmsa') ? field.replace('gmsa', 'GMSA') : field.slice(0, 1).toUpperCase() + field.slice(1);
}
