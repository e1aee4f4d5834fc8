import { at, isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { judgeDaemonSet } from '../../kubernetes/judge.ts';
import { fieldError } from '../fieldErrors.ts';
import { labelsOf } from '../objects/labelsOf.ts';
import { type Checked, fine, refuse } from '../request.ts';
import { forbidden, invalid } from '../status.ts';
import type { Stored } from '../stored.ts';
import { metaText } from './body.ts';
import { changedTexts } from './nodeWriter.ts';
import { firstChange, perform } from './perform.ts';
import type { Writer, Writing, Written } from './writer.ts';

/** Pods are made as events of the scenario; of one that is there, only the labels can be changed. */
export const podWriter: Writer = { create, update };

function create(writing: Writing, object: JsonObject): Checked<Written> {
  const { server, resource, clock, options } = writing;
  const name = metaText(object, 'name');
  const spec = specOf(writing, object);
  if (!spec.ok) return spec;
  const manifest = { ...object, spec: spec.value };
  if (options.dryRun) return fine({ stored: asStored(manifest), warnings: [] });
  const { refused, changes } = perform(server, { do: 'addPod', manifest }, clock);
  const after = firstChange(changes, resource.store, metaText(object, 'namespace'), name)?.after ?? null;
  return after === null ? refuse(forbidden(resource, name, refused ?? 'it was not stored')) : fine({ stored: after, warnings: [] });
}

/** The spec with its defaults: judged as the template of a DaemonSet, which is the one way a pod's spec is judged here. Its restart policy is its own. */
function specOf({ server, resource }: Writing, object: JsonObject): Checked<JsonObject> {
  const version = server.run.world.scenario.kubernetesVersion;
  const own = member(object, 'spec');
  const policy = member(own, 'restartPolicy');
  const labels = { pod: 'own' };
  const template = { metadata: { labels }, spec: { ...(isJsonObject(own) ? own : {}), restartPolicy: 'Always' } };
  const around = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'pod' },
    spec: { selector: { matchLabels: labels }, template },
  };
  const verdict = judgeDaemonSet(decode(around, version).object, { version });
  if (verdict.object === undefined) {
    const errors = verdict.errors.map(error => ({ ...error, path: error.path.slice(2) }));
    return refuse(invalid(resource, metaText(object, 'name'), errors));
  }
  const filled: JsonValue | undefined = at(verdict.object, 'spec', 'template', 'spec');
  return fine({ ...(isJsonObject(filled) ? filled : {}), ...(typeof policy === 'string' ? { restartPolicy: policy } : {}) });
}

const onlyLabels = 'pod updates may not change fields other than `metadata.labels` in this simulation';

function update(writing: Writing, before: Stored, object: JsonObject): Checked<Written> {
  const { server, resource, clock, options } = writing;
  const old = before.json(clock);
  if (!jsonEquals(member(old, 'spec') ?? null, member(object, 'spec') ?? null))
    return refuse(invalid(resource, before.name, [fieldError('spec', 'FieldValueForbidden', `Forbidden: ${onlyLabels}`)]));
  const annotations = changedTexts(labelsOf(at(old, 'metadata', 'annotations')), labelsOf(at(object, 'metadata', 'annotations')));
  if (Object.keys(annotations).length > 0)
    return refuse(invalid(resource, before.name, [fieldError('metadata.annotations', 'FieldValueForbidden', `Forbidden: ${onlyLabels}`)]));
  const labels = changedTexts(before.labels, labelsOf(at(object, 'metadata', 'labels')));
  if (Object.keys(labels).length === 0) return fine({ stored: before, warnings: [] });
  if (options.dryRun) return fine({ stored: { ...before, json: () => object }, warnings: [] });
  const { namespace, name } = before;
  const { changes } = perform(server, { do: 'labelPod', pod: { namespace, name }, labels }, clock);
  return fine({ stored: firstChange(changes, resource.store, namespace, name)?.after ?? before, warnings: [] });
}

function asStored(object: JsonObject): Stored {
  return {
    ...{ namespace: metaText(object, 'namespace'), name: metaText(object, 'name'), uid: 'dry-run', resourceVersion: 0 },
    ...{ labels: labelsOf(at(object, 'metadata', 'labels')), json: () => object, row: () => [] },
  };
}
