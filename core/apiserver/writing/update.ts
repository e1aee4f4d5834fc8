import type { JsonObject } from '../../base/json.ts';
import type { FieldOwner } from '../../kubernetes/fieldOwners/owners.ts';
import { keepOwners, ownersAfterWrite } from '../owning/recordWrite.ts';
import { answerWith } from '../reading/get.ts';
import type { ApiResponse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { badRequest, conflict, notFound } from '../status.ts';
import { type Stored, storedKey } from '../stored.ts';
import { objectOf, type Target } from '../target.ts';
import { inNamespace, metaText, objectIn } from './body.ts';
import { type WriteOptions, writeOptions } from './options.ts';
import { writerOf } from './writers.ts';

/** PUT of an object. Of its status, which controllers write, no client changes anything for long. */
export function updateObject(target: Target): ApiResponse {
  const { request, resource, namespace, name } = target;
  const options = writeOptions(request, 'UpdateOptions');
  if (!options.ok) return options.response;
  const body = objectIn(request, resource);
  if (!body.ok) return body.response;
  const object = inNamespace(body.value, resource, namespace);
  if (!object.ok) return object.response;
  const misnamed = otherName(object.value, name);
  if (misnamed !== null) return misnamed;
  const before = objectOf(target);
  if (before === undefined) return notFound(resource, name);
  const stale = staleness(resource, before, object.value);
  if (stale !== null) return stale;
  if (target.subresource === 'status') return answerWith(target, before);
  return replaceWith(target, before, object.value, options.value, null);
}

/** Whether an object has another name than the URL: null when it has not (checkName of apiserver/pkg/endpoints/handlers/rest.go). */
export function otherName(object: JsonObject, name: string): ApiResponse | null {
  const own = metaText(object, 'name');
  return own === name ? null : badRequest(`the name of the object (${own}) does not match the name on the URL (${name})`);
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

/** Stores an object over the one that is there. `applied`: its owners after a server-side apply. */
export function replaceWith(
  target: Target,
  before: Stored,
  object: JsonObject,
  options: WriteOptions,
  patch: JsonObject | null,
  applied?: readonly FieldOwner[],
): ApiResponse {
  const { server, resource, clock } = target;
  const written = writerOf(resource).update({ server, resource, options, clock, patch }, before, object);
  if (!written.ok) return written.response;
  const { stored, warnings } = written.value;
  const owners = applied ?? ownersAfterWrite(target, before, stored, object, options.fieldManager);
  if (options.dryRun) return answerWith(target, stored, 200, warnings, owners);
  keepOwners(target, stored, owners);
  return answerWith(target, stored, 200, warnings);
}
