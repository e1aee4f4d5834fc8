import { at, isJsonArray, isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { type FieldPath, fieldSetOf } from '../../kubernetes/fieldOwners/fieldSet.ts';
import { withoutFields } from '../../kubernetes/fieldOwners/fieldShape.ts';
import { type FieldOwner, ownersAfterUpdate } from '../../kubernetes/fieldOwners/owners.ts';
import { type DaemonSet, emptyDaemonSetStatus } from '../../kubernetes/objects/daemonSet.ts';
import { type Instant, objectKey } from '../../kubernetes/objects/meta.ts';
import { type Clock, createdAtOf, instantOf } from '../clock.ts';
import { apiVersionOf, type Resource } from '../resources/resource.ts';
import type { ApiServer } from '../state.ts';
import { ownersKey, type Stored, storedKey } from '../stored.ts';
import { blankObject, ownedShape } from './ownedShape.ts';

/** Remembers what the controller changed in a status: a counter that never left zero has no owner. */
export function noteStatus(server: ApiServer, before: DaemonSet | null, after: DaemonSet, now: Instant): void {
  if (before !== null && before.status === after.status) return;
  const old = before === null ? emptyDaemonSetStatus : before.status;
  const known = server.statusOwners.get(objectKey(after));
  const changed = Object.entries(after.status).filter(([field, value]) => value !== null && value !== old[field as keyof typeof old]);
  if (changed.length === 0) return;
  const fields = new Set([...(known?.fields ?? []), ...changed.map(([field]) => field)]);
  server.statusOwners.set(objectKey(after), { fields, at: now });
}

/** The owners of an object's fields: those that clients' writes left, and those of the components that the simulation plays. `object`: its JSON. */
export function ownersOf(server: ApiServer, resource: Resource, stored: Stored, object: JsonObject, clock: Clock): readonly FieldOwner[] {
  const status = statusOwner(server, resource, storedKey(stored.namespace, stored.name), object, clock);
  return [...ownersOfContent(server, resource, stored, object, clock), ...(status === null ? [] : [status])];
}

/** Those of everything but the status. */
export function ownersOfContent(
  server: ApiServer,
  resource: Resource,
  stored: Stored,
  object: JsonObject,
  clock: Clock,
): readonly FieldOwner[] {
  return server.owners.get(ownersKey(resource.store, stored)) ?? firstOwners(resource, object, clock);
}

/** The object without what only the server writes of it. */
export function contentOf(object: JsonObject): JsonObject {
  return withoutFields(object, ['status'], ['managedFields']);
}

/** Who made an object that no client made. */
function firstOwners(resource: Resource, object: JsonObject, clock: Clock): readonly FieldOwner[] {
  const name = makerOf(resource, object);
  if (name === null) return [];
  const content = resource.kind === 'Pod' ? asController(object) : contentOf(object);
  const writer = { name, operation: 'Update', apiVersion: apiVersionOf(resource), subresource: '' } as const;
  return ownersAfterUpdate([], writer, blankObject(resource), content, ownedShape(resource), createdAtOf(object, clock));
}

function makerOf({ kind }: Resource, object: JsonObject): string | null {
  switch (kind) {
    case 'DaemonSet':
      return null;
    case 'Pod':
      return at(object, 'metadata', 'ownerReferences') === undefined ? null : 'kube-controller-manager';
    case 'ControllerRevision':
    case 'Event':
      return 'kube-controller-manager';
    case 'Node':
    case 'Lease':
      return 'kubelet';
    default:
      return 'kube-apiserver';
  }
}

/** What the controller asks for; admission and scheduler add the rest, and nobody owns that. */
function asController(pod: JsonObject): JsonObject {
  const spec = member(pod, 'spec');
  const { volumes: _volumes, nodeName: _node, priority: _priority, preemptionPolicy: _policy, ...rest } = isJsonObject(spec) ? spec : {};
  const { serviceAccount: _account, serviceAccountName: _name, ...asked } = rest;
  const containers = member(asked, 'containers');
  const bare = Array.isArray(containers) ? containers.map(one => withoutFields(one, ['volumeMounts'], [])) : [];
  return { ...contentOf(pod), spec: { ...asked, containers: bare } };
}

/** When the last condition changed. */
function changedAt(object: JsonObject, clock: Clock): Instant {
  const conditions = at(object, 'status', 'conditions');
  const times = (isJsonArray(conditions) ? conditions : []).map(one => instantOf(clock, String(member(one, 'lastTransitionTime') ?? '')));
  return Math.max(createdAtOf(object, clock), ...times.filter(time => time !== null));
}

function statusOwner(server: ApiServer, resource: Resource, key: string, object: JsonObject, clock: Clock): FieldOwner | null {
  const owner = { operation: 'Update', apiVersion: apiVersionOf(resource), subresource: 'status' } as const;
  if (resource.kind === 'DaemonSet') {
    const known = server.statusOwners.get(key);
    if (known === undefined) return null;
    const there = [...known.fields].filter(field => at(object, 'status', field) !== undefined);
    const fields = fieldSetOf(there.map((field): FieldPath => ['f:status', `f:${field}`]));
    return { ...owner, name: 'kube-controller-manager', at: known.at, fields };
  }
  if (resource.kind !== 'Pod' && resource.kind !== 'Node') return null;
  const status = { status: member(object, 'status') ?? {} };
  const [found] = ownersAfterUpdate(
    [],
    { ...owner, name: 'kubelet' },
    { status: blankObject(resource).status ?? {} },
    status,
    ownedShape(resource),
    clock.now,
  );
  return found === undefined ? null : { ...found, at: changedAt(object, clock) };
}
