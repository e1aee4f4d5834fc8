import { at, isJsonObject, type JsonObject, type JsonValue, member } from '../base/json.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { kubectlAge } from '../presentation/duration.ts';
import { timeText } from './clock.ts';
import { keptRow } from './objects/keptRow.ts';
import { labelsOf } from './objects/labelsOf.ts';
import { apiVersionOf, type Resource } from './resources/resource.ts';
import { type ApiServer, objectsIn } from './state.ts';
import { put } from './store.ts';
import { type Stored, storedKey } from './stored.ts';

/** An object that the simulation has no part in: kept as it was sent, with the metadata that the server gives. */
export function keep(server: ApiServer, resource: Resource, object: JsonObject, uid: string, createdAt: Instant): Stored {
  const metadata = member(object, 'metadata');
  const {
    resourceVersion: _old,
    creationTimestamp: _sent,
    managedFields: _fields,
    uid: _uid,
    ...meta
  } = isJsonObject(metadata) ? metadata : {};
  const name = textOf(member(meta, 'name'));
  return put(server, resource.store, {
    ...{ name, namespace: resource.namespaced ? textOf(member(meta, 'namespace')) : '', uid, labels: labelsOf(member(meta, 'labels')) },
    make: version => ({
      json: clock => ({
        ...object,
        ...{ kind: resource.kind, apiVersion: apiVersionOf(resource) },
        metadata: { ...meta, uid, resourceVersion: String(version), creationTimestamp: timeText(clock, createdAt) },
      }),
      row: clock => keptRow(resource, object, kubectlAge(createdAt, clock.now), timeText(clock, createdAt)),
    }),
  });
}

/** A uid for an object of ours: no two are equal within a server. */
export function nextKeptUid(server: ApiServer): string {
  return `00000000-0000-4000-9000-${String(++server.counter).padStart(12, '0')}`;
}

/** Whether a namespace is there. */
export function hasNamespace(server: ApiServer, namespace: string): boolean {
  return objectsIn(server, 'namespaces').has(storedKey('', namespace));
}

/** Whether it is being deleted. */
export function isTerminating(server: ApiServer, namespace: string): boolean {
  const found = objectsIn(server, 'namespaces').get(namespace);
  return found !== undefined && at(found.json({ now: 0, wall: 0 }), 'status', 'phase') === 'Terminating';
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
