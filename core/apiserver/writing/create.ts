import { fnv1a32 } from '../../base/fnv.ts';
import { isJsonObject, type JsonObject, member } from '../../base/json.ts';
import type { FieldOwner } from '../../kubernetes/fieldOwners/owners.ts';
import { fieldError } from '../fieldErrors.ts';
import { hasNamespace, isTerminating } from '../kept.ts';
import { keepOwners, ownersAfterWrite } from '../owning/recordWrite.ts';
import { answerWith } from '../reading/get.ts';
import { type ApiResponse, type Checked, fine, refuse } from '../request.ts';
import { namespaces } from '../resources/resources.ts';
import { type ApiServer, objectsIn } from '../state.ts';
import { alreadyExists, forbidden, invalid, notFound } from '../status.ts';
import { storedKey } from '../stored.ts';
import type { Target } from '../target.ts';
import { inNamespace, metaText, objectIn } from './body.ts';
import { type WriteOptions, writeOptions } from './options.ts';
import { writerOf } from './writers.ts';

/** POST of a collection. */
export function createObject(target: Target): ApiResponse {
  const options = writeOptions(target.request, 'CreateOptions');
  if (!options.ok) return options.response;
  const body = objectIn(target.request, target.resource);
  return body.ok ? createFrom(target, body.value, options.value) : body.response;
}

/** Creates an object that has been read. `applied`: its owners, when a server-side apply creates it. */
export function createFrom(target: Target, body: JsonObject, options: WriteOptions, applied?: readonly FieldOwner[]): ApiResponse {
  const { server, resource, clock } = target;
  const object = admitted(target, body);
  if (!object.ok) return object.response;
  const written = writerOf(resource).create({ server, resource, options, clock, patch: null }, object.value);
  if (!written.ok) return written.response;
  const { stored, warnings } = written.value;
  const owners = applied ?? ownersAfterWrite(target, null, stored, object.value, options.fieldManager);
  if (!options.dryRun) keepOwners(target, stored, owners);
  return answerWith(target, stored, 201, warnings, owners);
}

/** The object with its name and namespace, if there is room for it. */
function admitted({ server, resource, namespace }: Target, body: JsonObject): Checked<JsonObject> {
  const placed = inNamespace(body, resource, namespace);
  if (!placed.ok) return placed;
  const object = named(server, placed.value);
  const name = metaText(object, 'name');
  if (resource.namespaced && !hasNamespace(server, namespace)) return refuse(notFound(namespaces, namespace));
  if (resource.namespaced && isTerminating(server, namespace))
    return refuse(forbidden(resource, name, `unable to create new content in namespace ${namespace} because it is being terminated`));
  if (objectsIn(server, resource.store).has(storedKey(resource.namespaced ? namespace : '', name)))
    return refuse(alreadyExists(resource, name));
  // what the simulation judges says this itself
  if (name === '' && resource.writing !== 'DaemonSet')
    return refuse(
      invalid(resource, name, [fieldError('metadata.name', 'FieldValueRequired', 'Required value: name or generateName is required')]),
    );
  return fine(object);
}

const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** A name of its own for an object that brings only the beginning of one. */
function named(server: ApiServer, object: JsonObject): JsonObject {
  const prefix = metaText(object, 'generateName');
  if (metaText(object, 'name') !== '' || prefix === '') return object;
  let rest = fnv1a32(`${prefix}${++server.counter}`);
  let name = prefix.slice(0, 58);
  for (let i = 0; i < 5; i++) {
    name += alphabet.charAt(rest % 27);
    rest = Math.floor(rest / 27);
  }
  const metadata = member(object, 'metadata');
  return { ...object, metadata: { ...(isJsonObject(metadata) ? metadata : {}), name } };
}
