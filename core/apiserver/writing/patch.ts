import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { applyJsonMerge } from '../../kubernetes/patch/jsonMergePatch.ts';
import { guardPatch } from '../../kubernetes/patch/patchProblem.ts';
import type { PatchSchema } from '../../kubernetes/patch/patchSchema.ts';
import { mergeObject } from '../../kubernetes/patch/strategicMerge.ts';
import type { Clock } from '../clock.ts';
import { answerWith } from '../reading/get.ts';
import { type ApiRequest, type ApiResponse, type Checked, fine, refuse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { type ApiServer, objectsIn } from '../state.ts';
import { badRequest, notFound, unprocessablePatch, unsupportedPatch } from '../status.ts';
import { type Stored, storedKey } from '../stored.ts';
import { readJson } from './goJson.ts';
import { applyJsonPatch } from './jsonPatch.ts';
import { writeOptions } from './options.ts';
import { serverSideApply } from './serverSideApply.ts';
import { replaceWith, staleness } from './update.ts';

/** PATCH of an object, by the type of its body. */
export function patchObject(
  server: ApiServer,
  request: ApiRequest,
  resource: Resource,
  namespace: string,
  name: string,
  onlyStatus: boolean,
  clock: Clock,
): ApiResponse {
  const options = writeOptions(request, 'PatchOptions');
  if (!options.ok) return options.response;
  const type = request.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/apply-patch+yaml') return serverSideApply(server, request, resource, namespace, name, options.value, clock);
  if (!patchTypes.includes(type)) return unsupportedPatch();
  const before = objectsIn(server, resource.store).get(storedKey(namespace, name));
  if (before === undefined) return notFound(resource, name);
  const patched = patchedObject(request.body, type, resource, before, clock);
  if (!patched.ok) return patched.response;
  const { object, patch } = patched.value;
  const stale = staleness(resource, before, object);
  if (stale !== null) return stale;
  if (onlyStatus) return answerWith(before, request, resource, clock);
  return replaceWith(server, request, resource, before, object, options.value, patch, clock);
}

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const strategicPatchType = 'application/strategic-merge-patch+json';
const patchTypes: readonly string[] = [jsonPatchType, mergePatchType, strategicPatchType];

interface PatchedObject {
  readonly object: JsonObject;
  readonly patch: JsonObject;
}

function patchedObject(body: string, type: string, resource: Resource, before: Stored, clock: Clock): Checked<PatchedObject> {
  const read = readJson(body);
  if (!read.ok) return refuse(badRequest(read.problem));
  const current = before.json(clock);
  if (type === jsonPatchType) return byOperations(current, read.value);
  if (!isJsonObject(read.value)) return refuse(badRequest('json: cannot unmarshal value into Go value of type map[string]interface {}'));
  const patch = read.value;
  if (type === mergePatchType) {
    const merged = applyJsonMerge(current, patch);
    return isJsonObject(merged) ? fine({ object: merged, patch }) : refuse(unprocessablePatch());
  }
  const merged = guardPatch(() => mergeObject(current, patch, schemaOf(resource), 'apply'));
  return merged.ok ? fine({ object: merged.value, patch }) : refuse(badRequest(merged.error));
}

const mostOperations = 10_000;

function byOperations(current: JsonObject, operations: JsonValue): Checked<PatchedObject> {
  if (!isJsonArray(operations)) return refuse(badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch'));
  if (operations.length > mostOperations)
    return refuse(badRequest(`The allowed maximum operations in a JSON patch is ${mostOperations}, got ${operations.length}`));
  const object = applyJsonPatch(current, operations);
  return object === null ? refuse(unprocessablePatch()) : fine({ object, patch: {} });
}

/** How lists of the resource merge; of what the simulation does not know field by field, lists are replaced. */
function schemaOf({ kind }: Resource): PatchSchema {
  if (kind === 'DaemonSet') return { type: 'DaemonSet' };
  return kind === 'Pod' ? { type: 'PodTemplateSpec' } : 'map';
}
