import type { JsonObject } from '../../base/json.ts';
import type { Clock } from '../clock.ts';
import { answerWith } from '../reading/get.ts';
import type { ApiRequest, ApiResponse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { type ApiServer, objectsIn } from '../state.ts';
import { badRequest, conflict, methodNotAllowed, notFound } from '../status.ts';
import { type Stored, storedKey } from '../stored.ts';
import { inNamespace, metaText, objectIn } from './body.ts';
import { type WriteOptions, writeOptions } from './options.ts';
import { writerOf } from './writers.ts';

/** PUT of an object. `onlyStatus`: of its status, which controllers write and no client changes for long. */
export function updateObject(
  server: ApiServer,
  request: ApiRequest,
  resource: Resource,
  namespace: string,
  name: string,
  onlyStatus: boolean,
  clock: Clock,
): ApiResponse {
  const options = writeOptions(request, 'UpdateOptions');
  if (!options.ok) return options.response;
  const body = objectIn(request, resource);
  if (!body.ok) return body.response;
  const object = inNamespace(body.value, resource, namespace);
  if (!object.ok) return object.response;
  const own = metaText(object.value, 'name');
  if (own !== name) return badRequest(`the name of the object (${own}) does not match the name on the URL (${name})`);
  const before = objectsIn(server, resource.store).get(storedKey(namespace, name));
  if (before === undefined) return notFound(resource, name);
  const stale = staleness(resource, before, object.value);
  if (stale !== null) return stale;
  if (onlyStatus) return answerWith(before, request, resource, clock);
  return replaceWith(server, request, resource, before, object.value, options.value, null, clock);
}

/** Whether a body means another object, or an older version of it: null when it does not. */
export function staleness(resource: Resource, before: Stored, object: JsonObject): ApiResponse | null {
  const uid = metaText(object, 'uid');
  if (uid !== '' && uid !== before.uid) {
    const key = `/registry/${resource.name}/${storedKey(before.namespace, before.name)}`;
    const error = `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: `;
    const why = `${error}Precondition failed: UID in precondition: ${uid}, UID in object meta: ${before.uid}`;
    return conflict(resource, before.name, why);
  }
  const version = metaText(object, 'resourceVersion');
  return version !== '' && version !== '0' && version !== String(before.resourceVersion) ? conflict(resource, before.name) : null;
}

/** Stores an object over the one that is there. */
export function replaceWith(
  server: ApiServer,
  request: ApiRequest,
  resource: Resource,
  before: Stored,
  object: JsonObject,
  options: WriteOptions,
  patch: JsonObject | null,
  clock: Clock,
): ApiResponse {
  const written = writerOf(resource)?.update({ server, resource, options, clock, patch }, before, object);
  if (written === undefined) return methodNotAllowed();
  if (!written.ok) return written.response;
  return answerWith(written.value.stored, request, resource, clock, 200, written.value.warnings);
}
