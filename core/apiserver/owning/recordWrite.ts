import { at, isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { readManagedFields } from '../../kubernetes/fieldOwners/managedFields.ts';
import { type FieldOwner, type Manager, ownersAfterUpdate } from '../../kubernetes/fieldOwners/owners.ts';
import { instantOf } from '../clock.ts';
import { apiVersionOf } from '../resources/resource.ts';
import { ownersKey, type Stored } from '../stored.ts';
import type { Target } from '../target.ts';
import { blankObject, ownedShape } from './ownedShape.ts';
import { contentOf, ownersOfContent } from './ownersOf.ts';

/** Who writes in a request. */
export function managerOf({ resource }: Target, fieldManager: string, operation: Manager['operation']): Manager {
  return { name: fieldManager, operation, apiVersion: apiVersionOf(resource), subresource: '' };
}

/** The owners after a create or an update: what a client changed is his. `sent`: the object as he wants it, which may bring owners along. */
export function ownersAfterWrite(
  target: Target,
  before: Stored | null,
  after: Stored,
  sent: JsonObject,
  fieldManager: string,
): readonly FieldOwner[] {
  const { server, resource, clock } = target;
  const current = before === null ? blankObject(resource) : before.json(clock);
  const known = before === null ? [] : ownersOfContent(server, resource, before, current, clock);
  const brought = readManagedFields(at(sent, 'metadata', 'managedFields'), text => instantOf(clock, text));
  const owners = brought === null ? known : brought.filter(owner => owner.subresource === '');
  const old = contentOf(current);
  const now = withGeneration(contentOf(after.json(clock)), before === null ? null : old);
  return ownersAfterUpdate(owners, managerOf(target, fieldManager, 'Update'), old, now, ownedShape(resource), clock.now);
}

/** Keeps the owners of an object that has been written. */
export function keepOwners({ server, resource }: Target, stored: Stored, owners: readonly FieldOwner[]): void {
  server.owners.set(ownersKey(resource.store, stored), owners);
}

const generation = 'deprecated.daemonset.template.generation';

/** The server counts the generations of a template after it has looked at who changes what: that change is nobody's. */
function withGeneration(object: JsonObject, before: JsonObject | null): JsonObject {
  const old = at(before ?? undefined, 'metadata', 'annotations', generation);
  const metadata = member(object, 'metadata');
  const annotations = member(metadata, 'annotations');
  if (old === undefined || !isJsonObject(metadata) || !isJsonObject(annotations)) return object;
  return { ...object, metadata: { ...metadata, annotations: { ...annotations, [generation]: old } } };
}
