import type { JsonObject } from '../../base/json.ts';
import type { Instant } from '../objects/meta.ts';
import { appliedFields } from './appliedFields.ts';
import { compareFields, type FieldChanges } from './compareFields.ts';
import { difference, type FieldPath, type FieldSet, fieldSetOf, intersection, isEmptySet, noFields, pathsOf, union } from './fieldSet.ts';
import type { FieldShape } from './fieldShape.ts';
import { mergeApplied, pruneApplied } from './mergeApplied.ts';

/** Who writes: one entry of metadata.managedFields is about one of these. */
export interface Manager {
  readonly name: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  /** Empty: the object itself. */
  readonly subresource: string;
}

/** The fields of a manager. */
export interface FieldOwner extends Manager {
  /** The last write that changed something of his; null: none did. */
  readonly at: Instant | null;
  readonly fields: FieldSet;
}

/** A field that another manager owns. */
export interface OwnerConflict {
  readonly owner: Manager;
  readonly path: FieldPath;
}

/** Whether two entries are of one manager; of those who apply, the API version does not count (managedfields, BuildManagerIdentifier). */
export function isSameManager(a: Manager, b: Manager): boolean {
  const alike = a.name === b.name && a.operation === b.operation && a.subresource === b.subresource;
  return alike && (a.operation === 'Apply' || a.apiVersion === b.apiVersion);
}

/** Nobody owns these: the server sets them (managedfields, stripMeta). */
const unowned = fieldSetOf([
  ...[['f:apiVersion'], ['f:kind'], ['f:metadata']],
  ...['name', 'namespace', 'creationTimestamp', 'selfLink', 'uid', 'generation', 'managedFields', 'resourceVersion'].map(field => [
    'f:metadata',
    `f:${field}`,
  ]),
]);

/**
 * The owners after an update (structured-merge-diff, Updater.Update).
 * Invariants: what changed belongs to the writer alone, what is gone to nobody; who owns nothing any more is not listed.
 */
export function ownersAfterUpdate(
  owners: readonly FieldOwner[],
  writer: Manager,
  before: JsonObject,
  after: JsonObject,
  shape: FieldShape,
  now: Instant,
): readonly FieldOwner[] {
  const changes = compareFields(before, after, shape);
  const taken = difference(union(changes.added, changes.modified), unowned);
  const own = owners.find(owner => isSameManager(owner, writer));
  const others = withoutLost(
    owners.filter(owner => owner !== own),
    changes,
  );
  const kept = own === undefined ? noFields : difference(own.fields, changes.removed);
  const fields = union(kept, taken);
  if (isEmptySet(fields)) return others;
  return capped([...others, { ...writer, at: isEmptySet(taken) && own !== undefined ? own.at : now, fields }]);
}

export type Applied =
  | { readonly ok: true; readonly object: JsonObject; readonly owners: readonly FieldOwner[] }
  | { readonly ok: false; readonly conflicts: readonly OwnerConflict[] };

/** A configuration that is applied, to what, and by whom. */
export interface Application {
  readonly live: JsonObject;
  readonly configuration: JsonObject;
  readonly writer: Manager;
  readonly force: boolean;
  /** Fields that may be taken over although others own them. */
  readonly allowed: FieldSet;
}

/**
 * Server-side apply (structured-merge-diff, Updater.Apply): merges, takes away what the manager applied before and does not now, and finds the conflicts.
 *
 * Invariants: a field conflicts only when its value changes and another manager owns it; afterwards the manager owns exactly what the configuration sets.
 */
export function applyConfiguration(owners: readonly FieldOwner[], application: Application, shape: FieldShape, now: Instant): Applied {
  const { live, configuration, writer, force, allowed } = application;
  const own = owners.find(owner => isSameManager(owner, writer));
  const others = owners.filter(owner => owner !== own);
  const fields = difference(appliedFields(configuration, shape), unowned);
  const kept = others.map(owner => owner.fields).reduce(union, fields);
  const merged = mergeApplied(live, configuration, shape);
  const pruned = pruneApplied(merged, shape, own?.fields ?? noFields, kept);
  const object = (pruned ?? {}) as JsonObject;
  const changes = compareFields(live, object, shape);
  const taken = union(changes.added, changes.modified);
  const conflicts = others.flatMap(owner => pathsOf(difference(intersection(owner.fields, taken), allowed)).map(path => ({ owner, path })));
  if (!force && conflicts.length > 0) return { ok: false, conflicts };
  const changed = !(isEmptySet(taken) && isEmptySet(changes.removed));
  const left = withoutLost(others, changes);
  const after = isEmptySet(fields) ? left : [...left, { ...writer, at: changed ? now : (own?.at ?? null), fields }];
  return { ok: true, object, owners: after };
}

function withoutLost(owners: readonly FieldOwner[], { added, modified, removed }: FieldChanges): readonly FieldOwner[] {
  const lost = union(union(added, modified), removed);
  return owners.flatMap(owner => {
    const fields = difference(owner.fields, lost);
    return isEmptySet(fields) ? [] : [{ ...owner, fields }];
  });
}

const mostUpdaters = 10;

/** More than ten updating managers become one, the oldest first (managedfields, CapManagersManager). */
function capped(owners: readonly FieldOwner[]): readonly FieldOwner[] {
  const updaters = owners.filter(owner => owner.operation === 'Update').sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const old = updaters.slice(0, Math.max(0, updaters.length - mostUpdaters + 1));
  const [first] = old;
  if (updaters.length <= mostUpdaters || first === undefined) return owners;
  const ancient: FieldOwner = {
    ...{ name: 'ancient-changes', operation: 'Update', apiVersion: first.apiVersion, subresource: '', at: old.at(-1)?.at ?? null },
    fields: old.map(owner => owner.fields).reduce(union, noFields),
  };
  return [...owners.filter(owner => !old.includes(owner)), ancient];
}
