import { compareOrdinal } from '../../base/compare.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Instant } from '../objects/meta.ts';
import { fieldPathText, fieldsV1, readFieldsV1 } from './fieldSet.ts';
import type { FieldOwner, Manager, OwnerConflict } from './owners.ts';

/** metadata.managedFields: those who apply first, then by time and name. `timeOf` writes an instant. */
export function managedFieldsJson(owners: readonly FieldOwner[], timeOf: (at: Instant) => string): readonly JsonObject[] {
  const seconds = (at: Instant | null): number => (at === null ? Number.NEGATIVE_INFINITY : Math.floor(at / 1000));
  const sorted = [...owners].sort(
    (a, b) =>
      compareOrdinal(a.operation, b.operation) ||
      (seconds(a.at) === seconds(b.at) ? 0 : seconds(a.at) - seconds(b.at)) ||
      compareOrdinal(a.name, b.name) ||
      compareOrdinal(a.subresource, b.subresource),
  );
  return sorted.map(({ name, operation, apiVersion, at, fields, subresource }) => ({
    ...{ manager: name, operation, apiVersion, ...(at === null ? {} : { time: timeOf(at) }) },
    ...{ fieldsType: 'FieldsV1', fieldsV1: fieldsV1(fields) },
    ...(subresource === '' ? {} : { subresource }),
  }));
}

/** Reads what a client wrote; null: nothing that can be read. One empty entry means: forget them all. */
export function readManagedFields(value: JsonValue | undefined, timeOf: (text: string) => Instant | null): readonly FieldOwner[] | null {
  if (!isJsonArray(value) || value.length === 0) return null;
  const [first] = value;
  if (value.length === 1 && isJsonObject(first) && Object.keys(first).length === 0) return [];
  const owners = value.map((entry): FieldOwner | null => {
    const operation = member(entry, 'operation');
    const fields = readFieldsV1(member(entry, 'fieldsV1'));
    if (fields === null || (operation !== 'Apply' && operation !== 'Update')) return null;
    const text = (field: string): string => String(member(entry, field) ?? '');
    return {
      name: text('manager'),
      operation,
      apiVersion: text('apiVersion'),
      subresource: text('subresource'),
      at: timeOf(text('time')),
      fields,
    };
  });
  const read = owners.filter(owner => owner !== null);
  return read.length === owners.length ? read : null;
}

/** The refusal of a server-side apply, in the words of the API server (managedfields, NewConflictError). */
export function conflictText(conflicts: readonly OwnerConflict[]): string {
  const [first] = conflicts;
  if (conflicts.length === 1 && first !== undefined)
    return `Apply failed with 1 conflict: conflict with ${managerText(first.owner)}: ${fieldPathText(first.path)}`;
  const names = [...new Set(conflicts.map(({ owner }) => managerText(owner)))].sort(compareOrdinal);
  const lines = names.flatMap(name => [
    `conflicts with ${name}:`,
    ...conflicts.filter(({ owner }) => managerText(owner) === name).map(({ path }) => `- ${fieldPathText(path)}`),
  ]);
  return `Apply failed with ${conflicts.length} conflicts: ${lines.join('\n')}`;
}

/** `"kubectl-edit" using apps/v1`; those who apply have no version. */
export function managerText({ name, operation, apiVersion, subresource }: Manager): string {
  const text = JSON.stringify(name) + (subresource === '' ? '' : ` with subresource ${JSON.stringify(subresource)}`);
  return operation === 'Update' ? `${text} using ${apiVersion}` : text;
}
