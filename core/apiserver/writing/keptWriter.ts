import { base64 } from '../../base/base64.ts';
import { at, canonicalJson, isJsonArray, isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { utf8Bytes } from '../../base/utf8.ts';
import { createdAtOf } from '../clock.ts';
import { fillNamespace } from '../firstObjects.ts';
import { keep, nextKeptUid } from '../kept.ts';
import { labelsOf } from '../objects/labelsOf.ts';
import { fine } from '../request.ts';
import type { Stored } from '../stored.ts';
import { metaText } from './body.ts';
import type { Writer, Writing } from './writer.ts';

/** Objects that the simulation has no part in: config maps, secrets, services and the like. They are kept, not judged. */
export const keptWriter: Writer = {
  create(writing, object) {
    const { server, resource, clock, options } = writing;
    const whole = completed(writing, object);
    if (options.dryRun) return fine({ stored: asStored(writing, whole, 0, 'dry-run'), warnings: [] });
    const stored = keep(server, resource, whole, nextKeptUid(server), clock.now);
    if (resource.name === 'namespaces') fillNamespace(server, stored.name);
    return fine({ stored, warnings: [] });
  },
  update(writing, before, object) {
    const { server, resource, clock, options } = writing;
    const old = before.json(clock);
    const same =
      canonicalJson(withoutVersion(old)) ===
      canonicalJson(withoutVersion({ ...object, kind: old.kind ?? null, apiVersion: old.apiVersion ?? null }));
    if (same) return fine({ stored: before, warnings: [] });
    if (options.dryRun) return fine({ stored: asStored(writing, object, before.resourceVersion, before.uid), warnings: [] });
    return fine({ stored: keep(server, resource, object, before.uid, createdAtOf(old, clock)), warnings: [] });
  },
};

function asNamespace(object: JsonObject): JsonObject {
  const metadata = member(object, 'metadata');
  const labels = { ...labelsOf(at(object, 'metadata', 'labels')), 'kubernetes.io/metadata.name': metaText(object, 'name') };
  return {
    ...object,
    metadata: { ...(isJsonObject(metadata) ? metadata : {}), labels },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

function completed({ server, resource }: Writing, object: JsonObject): JsonObject {
  if (resource.kind === 'Namespace') return asNamespace(object);
  if (resource.kind === 'Service') return asService(object, ++server.counter);
  return resource.kind === 'Secret' ? asSecret(object) : object;
}

/** `stringData` is a way of writing: what is kept is its base64. */
function asSecret(object: JsonObject): JsonObject {
  const { stringData, ...rest } = object;
  const texts = isJsonObject(stringData) ? Object.entries(stringData) : [];
  const coded = texts.map(([key, value]): [string, string] => [key, base64(utf8Bytes(String(value)))]);
  const data = member(object, 'data');
  const all = { ...(isJsonObject(data) ? data : {}), ...Object.fromEntries(coded) };
  return { type: 'Opaque', ...rest, ...(Object.keys(all).length === 0 ? {} : { data: all }) };
}

/** What the API server fills in: an address of its own, and the defaults that `kubectl get` and `describe` show. */
function asService(object: JsonObject, number: number): JsonObject {
  const spec = member(object, 'spec');
  const own = isJsonObject(spec) ? spec : {};
  const ports = member(own, 'ports');
  const filled = isJsonArray(ports)
    ? ports.map(port => (isJsonObject(port) ? { protocol: 'TCP', targetPort: member(port, 'port') ?? 0, ...port } : port))
    : [];
  const clusterIP =
    member(own, 'type') === 'ExternalName' ? {} : { clusterIP: `10.96.${Math.floor(number / 250) % 250}.${(number % 250) + 2}` };
  return {
    ...object,
    spec: { type: 'ClusterIP', sessionAffinity: 'None', ...clusterIP, ...own, ...(filled.length === 0 ? {} : { ports: filled }) },
  };
}

function withoutVersion(object: JsonObject): JsonObject {
  const metadata = member(object, 'metadata');
  const {
    resourceVersion: _version,
    managedFields: _fields,
    creationTimestamp: _created,
    uid: _uid,
    ...rest
  } = isJsonObject(metadata) ? metadata : {};
  return { ...object, metadata: rest };
}

function asStored({ resource }: Writing, object: JsonObject, resourceVersion: number, uid: string): Stored {
  return {
    ...{
      namespace: metaText(object, 'namespace'),
      name: metaText(object, 'name'),
      uid,
      labels: labelsOf(at(object, 'metadata', 'labels')),
      resourceVersion,
    },
    json: () => ({ ...object, kind: resource.kind }),
    row: () => [],
  };
}
