import type { JsonObject } from '../../base/json.ts';
import type { Clock } from '../clock.ts';
import { asEventOfGroup } from '../objects/eventJson.ts';
import type { ApiResponse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { json } from '../response.ts';
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
export function answerWith(target: Target, stored: Stored, status = 200, warnings: readonly string[] = []): ApiResponse {
  const { request, resource, clock } = target;
  switch (formOf(request.accept)) {
    case null:
      return notAcceptable();
    case 'object':
      return json(objectJson(stored, resource, clock), status, warnings);
    case 'metadata':
      return json(partialJson(stored, clock), status, warnings);
    case 'table': {
      const metadata = { resourceVersion: String(stored.resourceVersion) };
      const rowObject = rowObjectOf(request.query.get('includeObject'));
      return json(tableJson(resource.columns, [stored], metadata, rowObject, clock), status, warnings);
    }
  }
}

/** The JSON of an object under the group of the resource: events have two. */
export function objectJson(stored: Stored, resource: Resource, clock: Clock): JsonObject {
  const object = stored.json(clock);
  return resource.group === 'events.k8s.io' ? asEventOfGroup(object) : object;
}
