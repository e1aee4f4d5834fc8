import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { applyJsonMerge } from '../../kubernetes/patch/jsonMergePatch.ts';
import { guardPatch } from '../../kubernetes/patch/patchProblem.ts';
import type { PatchSchema } from '../../kubernetes/patch/patchSchema.ts';
import { mergeObject } from '../../kubernetes/patch/strategicMerge.ts';
import { answerWith, objectJson } from '../reading/get.ts';
import { type ApiResponse, type Checked, fine, refuse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { badRequest, notFound, unprocessablePatch, unsupportedPatch } from '../status.ts';
import { objectOf, type Target } from '../target.ts';
import { mediaType, metaText } from './body.ts';
import { readJson } from './goJson.ts';
import { applyJsonPatch } from './jsonPatch.ts';
import { writeOptions } from './options.ts';
import { serverSideApply } from './serverSideApply.ts';
import { otherName, replaceWith, staleness } from './update.ts';

/** PATCH of an object, by the type of its body. */
export function patchObject(target: Target): ApiResponse {
  const { server, request, resource, name, clock } = target;
  const options = writeOptions(request, 'PatchOptions');
  if (!options.ok) return options.response;
  const type = mediaType(request);
  if (type === 'application/apply-patch+yaml') return serverSideApply(target, options.value);
  if (!patchTypes.includes(type)) return unsupportedPatch();
  const before = objectOf(target);
  if (before === undefined) return notFound(resource, name);
  const current = objectJson(server, before, resource, clock);
  const patched = patchedObject(request.body, type, resource, current);
  if (!patched.ok) return patched.response;
  const { object, patch } = patched.value;
  const misnamed = metaText(object, 'name') === '' ? null : otherName(object, name);
  if (misnamed !== null) return misnamed;
  const stale = staleness(resource, before, object);
  if (stale !== null) return stale;
  if (target.subresource === 'status') return answerWith(target, before);
  return replaceWith(target, before, object, options.value, patch);
}

const jsonPatchType = 'application/json-patch+json';
const mergePatchType = 'application/merge-patch+json';
const strategicPatchType = 'application/strategic-merge-patch+json';
const patchTypes: readonly string[] = [jsonPatchType, mergePatchType, strategicPatchType];

interface PatchedObject {
  readonly object: JsonObject;
  readonly patch: JsonObject;
}

function patchedObject(body: string, type: string, resource: Resource, current: JsonObject): Checked<PatchedObject> {
  const read = readJson(body);
  if (!read.ok) return refuse(badRequest(read.problem));
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

const inEveryObject = { ownerReferences: 'uid', finalizers: '' };

/** The lists of other kinds that merge (the struct tags of k8s.io/api/core/v1). */
const merging: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Service: { ports: 'port' },
  ServiceAccount: { secrets: 'name', imagePullSecrets: 'name' },
  Node: { addresses: 'type', conditions: 'type' },
};

/** How lists of the resource merge. */
function schemaOf({ kind }: Resource): PatchSchema {
  if (kind === 'DaemonSet') return { type: 'DaemonSet' };
  if (kind === 'Pod') return { type: 'PodTemplateSpec' };
  return { lists: { ...inEveryObject, ...(Object.hasOwn(merging, kind) ? merging[kind] : {}) } };
}
