import { isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { managedFieldsJson } from '../../kubernetes/fieldOwners/managedFields.ts';
import type { FieldOwner } from '../../kubernetes/fieldOwners/owners.ts';
import { type Clock, timeText } from '../clock.ts';
import { asEventOfGroup } from '../objects/eventJson.ts';
import { ownersOf } from '../owning/ownersOf.ts';
import type { ApiResponse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { json } from '../response.ts';
import type { ApiServer } from '../state.ts';
import { notAcceptable, notFound } from '../status.ts';
import type { Stored } from '../stored.ts';
import { objectOf, type Target } from '../target.ts';
import { formOf } from './negotiate.ts';
import { partialJson, rowObjectOf, tableJson } from './table.ts';

/** GET of one object, in the form that the client prefers. */
export function getObject(target: Target): ApiResponse {
  const stored = objectOf(target);
  return stored === undefined ? notFound(target.resource, target.name) : answerWith(target, stored);
}

/** An object as the answer to any request that returns one. */
export function answerWith(
  target: Target,
  stored: Stored,
  status = 200,
  warnings: readonly string[] = [],
  owners?: readonly FieldOwner[],
): ApiResponse {
  const { server, request, resource, clock } = target;
  switch (formOf(request.accept)) {
    case null:
      return notAcceptable();
    case 'object':
      return json(objectJson(server, stored, resource, clock, owners), status, warnings);
    case 'metadata':
      return json(partialJson(stored, clock), status, warnings);
    case 'table': {
      const metadata = { resourceVersion: String(stored.resourceVersion) };
      const rowObject = rowObjectOf(request.query.get('includeObject'));
      return json(tableJson(resource.columns, [stored], metadata, rowObject, clock), status, warnings);
    }
  }
}

/** The JSON of an object under the group of the resource: events have two. `owners`: other than those it has, as a dry run would leave them. */
export function objectJson(
  server: ApiServer,
  stored: Stored,
  resource: Resource,
  clock: Clock,
  owners?: readonly FieldOwner[],
): JsonObject {
  const plain = stored.json(clock);
  const object = withManagedFields(plain, owners ?? ownersOf(server, resource, stored, plain, clock), clock);
  return resource.group === 'events.k8s.io' ? asEventOfGroup(object) : object;
}

function withManagedFields(object: JsonObject, owners: readonly FieldOwner[], clock: Clock): JsonObject {
  const metadata = member(object, 'metadata');
  if (owners.length === 0 || !isJsonObject(metadata)) return object;
  return { ...object, metadata: { ...metadata, managedFields: managedFieldsJson(owners, at => timeText(clock, at)) } };
}
