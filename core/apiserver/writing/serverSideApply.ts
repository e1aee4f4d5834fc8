import { at, canonicalJson, isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { formatPath } from '../../kubernetes/fieldError.ts';
import { guardPatch } from '../../kubernetes/patch/patchProblem.ts';
import type { PatchSchema } from '../../kubernetes/patch/patchSchema.ts';
import { mergeObject } from '../../kubernetes/patch/strategicMerge.ts';
import type { ApiResponse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { badRequest, serverError } from '../status.ts';
import { objectOf, type Target } from '../target.ts';
import { inNamespace } from './body.ts';
import { createFrom } from './create.ts';
import { readJson } from './goJson.ts';
import type { WriteOptions } from './options.ts';
import { replaceWith, staleness } from './update.ts';

/**
 * Server-side apply (PATCH with apply-patch): what the configuration says is merged into the object, or creates it.
 *
 * Assumptions: the configuration is JSON, as kubectl sends it. Who owns a field is not recorded: nobody conflicts, and a field that a later
 * configuration leaves out stays.
 */
export function serverSideApply(target: Target, options: WriteOptions): ApiResponse {
  const { request, resource, namespace, clock } = target;
  const read = readJson(request.body);
  if (!read.ok || !isJsonObject(read.value))
    return badRequest('error decoding YAML: this simulated API server reads apply configurations as JSON only');
  const placed = inNamespace(read.value, resource, namespace);
  if (!placed.ok) return placed.response;
  const undeclared = undeclaredField(target, placed.value);
  if (undeclared !== null) return undeclared;
  const before = objectOf(target);
  if (before === undefined) return createFrom(target, placed.value, options);
  const current = before.json(clock);
  const merged = guardPatch(() => mergeObject(current, placed.value, schemaOf(resource), 'apply'));
  if (!merged.ok) return badRequest(merged.error);
  const whole = options.fieldManager === 'kubectl' ? withLastApplied(merged.value, current, placed.value) : merged.value;
  return staleness(resource, before, whole) ?? replaceWith(target, before, whole, options, null);
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Who has applied on the client's side before finds his configuration of today in the annotation (managedfields, lastAppliedUpdater). */
function withLastApplied(merged: JsonObject, current: JsonObject, applied: JsonObject): JsonObject {
  if (at(current, 'metadata', 'annotations', lastApplied) === undefined) return merged;
  const metadata = member(merged, 'metadata');
  const annotations = at(merged, 'metadata', 'annotations');
  const text = `${canonicalJson(applied)}\n`;
  return {
    ...merged,
    metadata: {
      ...(isJsonObject(metadata) ? metadata : {}),
      annotations: { ...(isJsonObject(annotations) ? annotations : {}), [lastApplied]: text },
    },
  };
}

/** A field that the schema does not have is refused before anything is merged (structured-merge-diff). */
function undeclaredField({ server, resource, namespace, name }: Target, object: JsonObject): ApiResponse | null {
  if (resource.writing !== 'DaemonSet') return null;
  const [unknown] = decode(object, server.run.world.scenario.kubernetesVersion).unknown;
  if (unknown === undefined) return null;
  const kind = `${resource.group}/${resource.version}, Kind=${resource.kind}`;
  return serverError(
    `failed to create typed patch object (${namespace}/${name}; ${kind}): .${formatPath(unknown.path)}: field not declared in schema`,
  );
}

function schemaOf({ kind }: Resource): PatchSchema {
  return kind === 'DaemonSet' ? { type: 'DaemonSet' } : 'map';
}
