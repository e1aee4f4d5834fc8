import type { JsonObject } from '../base/json.ts';
import { type FieldError, formatPath } from '../kubernetes/fieldError.ts';
import { fieldPathText } from '../kubernetes/fieldOwners/fieldSet.ts';
import { conflictText, managerText } from '../kubernetes/fieldOwners/managedFields.ts';
import type { OwnerConflict } from '../kubernetes/fieldOwners/owners.ts';
import { goQuote } from '../kubernetes/goText.ts';
import type { ApiResponse } from './request.ts';
import type { Resource } from './resources/resource.ts';
import { json } from './response.ts';

/** Every refusal is a metav1.Status, in the words of apimachinery's api/errors. */
function failure(code: number, reason: string, message: string, details?: JsonObject): ApiResponse {
  return json(
    {
      ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message },
      ...(reason === '' ? {} : { reason }),
      ...(details === undefined ? {} : { details }),
      code,
    },
    code,
  );
}

/** `daemonsets.apps`, `nodes`. */
export function qualifiedResource({ group, name }: Resource): string {
  return group === '' ? name : `${name}.${group}`;
}

export function qualifiedKind({ group, kind }: Resource): string {
  return group === '' ? kind : `${kind}.${group}`;
}

/** The details of a Status name the resource where one would expect its kind. */
export function detailsOf(resource: Resource, name: string): JsonObject {
  return { name, ...(resource.group === '' ? {} : { group: resource.group }), kind: resource.name };
}

export function notFound(resource: Resource, name: string): ApiResponse {
  return failure(404, 'NotFound', `${qualifiedResource(resource)} ${goQuote(name)} not found`, detailsOf(resource, name));
}

export function noSuchPath(): ApiResponse {
  return failure(404, 'NotFound', 'the server could not find the requested resource', {});
}

export function alreadyExists(resource: Resource, name: string): ApiResponse {
  return failure(409, 'AlreadyExists', `${qualifiedResource(resource)} ${goQuote(name)} already exists`, detailsOf(resource, name));
}

export function badRequest(message: string): ApiResponse {
  return failure(400, 'BadRequest', message);
}

export const modified = 'the object has been modified; please apply your changes to the latest version and try again';

export function conflict(resource: Resource, name: string, why = modified): ApiResponse {
  const message = `Operation cannot be fulfilled on ${qualifiedResource(resource)} ${goQuote(name)}: ${why}`;
  return failure(409, 'Conflict', message, detailsOf(resource, name));
}

/** A server-side apply of fields that others own. */
export function applyConflict(conflicts: readonly OwnerConflict[]): ApiResponse {
  const causes = conflicts.map(({ owner, path }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${managerText(owner)}`,
    field: fieldPathText(path),
  }));
  return failure(409, 'Conflict', conflictText(conflicts), { causes });
}

/** A delete whose precondition does not hold: it speaks of the kind, where all others name the resource. */
export function preconditionConflict(resource: Resource, name: string, why: string): ApiResponse {
  const message = `Operation cannot be fulfilled on ${qualifiedKind(resource)} ${goQuote(name)}: ${why}`;
  return failure(409, 'Conflict', message, { ...detailsOf(resource, name), kind: resource.kind });
}

export function forbidden(resource: Resource, name: string, why: string): ApiResponse {
  return failure(403, 'Forbidden', `${qualifiedResource(resource)} ${goQuote(name)} is forbidden: ${why}`, detailsOf(resource, name));
}

/** A user without the right (RBAC). */
export function notAllowed(resource: Resource, name: string, user: string, verb: string, namespace: string): ApiResponse {
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace ${goQuote(namespace)}`;
  const subject = name === '' ? qualifiedResource(resource) : `${qualifiedResource(resource)} ${goQuote(name)}`;
  const what = `User ${goQuote(user)} cannot ${verb} resource ${goQuote(resource.name)} in API group ${goQuote(resource.group)}`;
  const details =
    name === '' ? { ...(resource.group === '' ? {} : { group: resource.group }), kind: resource.name } : detailsOf(resource, name);
  return failure(403, 'Forbidden', `${subject} is forbidden: ${what} ${where}`, details);
}

export function unauthorized(): ApiResponse {
  return failure(401, 'Unauthorized', 'Unauthorized');
}

export function methodNotAllowed(): ApiResponse {
  return failure(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {});
}

export function notAcceptable(): ApiResponse {
  const media = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf'];
  const all = [...media, 'application/json;stream=watch', 'application/vnd.kubernetes.protobuf;stream=watch'];
  return failure(406, 'NotAcceptable', `406: Not Acceptable\n\nAvailable representations: ${all.join(', ')}`, {});
}

export function unsupportedBody(): ApiResponse {
  const media = 'application/json, application/yaml, application/vnd.kubernetes.protobuf';
  const message = `the body of the request was in an unknown format - accepted media types include: ${media}`;
  return failure(415, 'UnsupportedMediaType', message);
}

export function unsupportedPatch(): ApiResponse {
  return failure(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {});
}

export function unprocessablePatch(): ApiResponse {
  return failure(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
}

export function tooLargeVersion(asked: string, current: number): ApiResponse {
  const causes = [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }];
  const message = `Timeout: Too large resource version: ${asked}, current: ${current}`;
  return failure(504, 'Timeout', message, { causes, retryAfterSeconds: 1 });
}

export function serverError(message: string): ApiResponse {
  return failure(500, '', message);
}

export function internalError(message: string): ApiResponse {
  return failure(500, 'InternalError', `Internal error occurred: ${message}`, { causes: [{ message }] });
}

export function notImplemented(message: string): ApiResponse {
  return failure(501, 'NotImplemented', message);
}

/** The Status of objects whose history is no longer there (410). */
export function expired(asked: number, oldest: number): ApiResponse {
  return failure(410, 'Expired', `too old resource version: ${asked} (${oldest})`);
}

/** A page of a list whose beginning is forgotten; `token` goes on with the objects of today. */
export function expiredPage(token: string): ApiResponse {
  const message = [
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, ',
    'or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an ',
    'inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
  ].join('');
  const status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: { continue: token },
    status: 'Failure',
    message,
    reason: 'Expired',
    code: 410,
  };
  return json(status, 410);
}

/** What validation refuses: `DaemonSet.apps "x" is invalid: [path: message, …]`. */
export function invalid(resource: Resource, name: string, errors: readonly FieldError[]): ApiResponse {
  return invalidOf({ kind: resource.kind, group: resource.group }, name, errors);
}

export function invalidOf(
  { kind, group }: { readonly kind: string; readonly group: string },
  name: string,
  errors: readonly FieldError[],
): ApiResponse {
  const texts = [...new Set(errors.map(error => `${shownPath(error)}: ${error.message}`))];
  const all = texts.length === 1 ? (texts[0] ?? '') : `[${texts.join(', ')}]`;
  const subject = `${group === '' ? kind : `${kind}.${group}`} ${goQuote(name)}`;
  const causes = errors.map(error => ({ reason: error.type, message: error.message, field: shownPath(error) }));
  const details = { ...(name === '' ? {} : { name }), ...(group === '' ? {} : { group }), kind, causes };
  return failure(422, 'Invalid', `${subject} is invalid: ${all}`, details);
}

/** A path without steps is written so. */
function shownPath({ path }: FieldError): string {
  return path.length === 0 ? '<nil>' : formatPath(path);
}

/** A patch whose result cannot be decoded strictly. */
export function invalidPatch(value: string, why: string): ApiResponse {
  const message = `Invalid value: ${goQuote(value)}: ${why}`;
  const causes = [{ reason: 'FieldValueInvalid', message, field: 'patch' }];
  return failure(422, 'Invalid', ` "" is invalid: patch: ${message}`, { causes });
}

/** What a finished delete answers. */
export function deleted(resource: Resource, name: string, uid: string): JsonObject {
  const details = { ...detailsOf(resource, name), uid };
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details };
}

/** What an eviction answers. */
export function success(): JsonObject {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };
}
