import { at, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { goQuote } from '../../kubernetes/goText.ts';
import { type ApiRequest, type Checked, fine, refuse } from '../request.ts';
import { apiVersionOf, type Resource } from '../resources/resource.ts';
import { badRequest, unsupportedBody } from '../status.ts';
import { readJson } from './goJson.ts';
import { isProtobuf, isUnderstood, readProtobuf } from './protobuf.ts';

/** The object in the body of a POST or PUT, of the resource's kind. */
export function objectIn(request: ApiRequest, resource: Resource): Checked<JsonObject> {
  const read = bodyOf(request, resource.kind);
  if (!read.ok) return read;
  const kind = member(read.value, 'kind');
  const half = isProtobuf(mediaType(request)) && !isUnderstood(String(kind));
  // what is refused anyway need not be understood
  if (half && resource.writing !== 'idle' && resource.writing !== 'controller') return refuse(unsupportedBody());
  if (typeof kind === 'string' && kind !== resource.kind) return refuse(badRequest(otherKind(kind, read.value, resource)));
  return fine({ ...read.value, kind: resource.kind, apiVersion: apiVersionOf(resource) });
}

function otherKind(kind: string, body: JsonObject, { kind: wanted, version, group }: Resource): string {
  const sent = String(member(body, 'apiVersion') ?? version);
  const own = sent.split('/').at(-1) ?? sent;
  const why = `converting (${own}.${kind}) to (${group === '' ? 'core' : group}.${wanted}): unknown conversion`;
  return `${kind} in version ${goQuote(own)} cannot be handled as a ${wanted}: ${why}`;
}

/** The body as an object, whatever its kind. */
export function bodyOf(request: ApiRequest, kind: string): Checked<JsonObject> {
  const type = mediaType(request);
  if (isProtobuf(type)) {
    const message = readProtobuf(request.body);
    return message === null ? refuse(unsupportedBody()) : fine(message);
  }
  if (type !== '' && type !== 'application/json') return refuse(unsupportedBody());
  const read = readJson(request.body);
  if (read.ok && isJsonObject(read.value)) return fine(read.value);
  return refuse(
    badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; ${jsonProblem(request.body, read.ok ? null : read.problem)}`,
    ),
  );
}

/** The type of a body, without its parameters. */
export function mediaType({ contentType }: ApiRequest): string {
  return contentType.split(';')[0]?.trim().toLowerCase() ?? '';
}

function jsonProblem(body: string, problem: string | null): string {
  const shown = body === '' ? '<empty>' : body.length > 50 ? `${body.slice(0, 50)} ...` : body;
  const what = problem ?? 'json: cannot unmarshal value into Go value of type struct';
  return `json parse error: ${what} (${shown})`;
}

/** A name, uid or namespace in an object's metadata; empty where there is none. */
export function metaText(object: JsonObject, field: string): string {
  const value: JsonValue | undefined = at(object, 'metadata', field);
  return typeof value === 'string' ? value : '';
}

/** The object with its namespace filled in from the path; refused when it names another one. */
export function inNamespace(object: JsonObject, resource: Resource, namespace: string): Checked<JsonObject> {
  if (!resource.namespaced) return fine(object);
  const own = metaText(object, 'namespace');
  if (own !== '' && own !== namespace)
    return refuse(badRequest('the namespace of the provided object does not match the namespace sent on the request'));
  const metadata = member(object, 'metadata');
  return fine({ ...object, metadata: { ...(isJsonObject(metadata) ? metadata : {}), namespace } });
}
