import { at, canonicalJson, isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { formatPath } from '../../kubernetes/fieldError.ts';
import { appliedFields } from '../../kubernetes/fieldOwners/appliedFields.ts';
import { compareFields } from '../../kubernetes/fieldOwners/compareFields.ts';
import { difference, type FieldSet, noFields, union } from '../../kubernetes/fieldOwners/fieldSet.ts';
import { type Applied, applyConfiguration, type FieldOwner, ownersAfterUpdate } from '../../kubernetes/fieldOwners/owners.ts';
import { blankObject, ownedShape } from '../owning/ownedShape.ts';
import { contentOf, ownersOfContent } from '../owning/ownersOf.ts';
import { managerOf } from '../owning/recordWrite.ts';
import type { ApiResponse } from '../request.ts';
import { apiVersionOf } from '../resources/resource.ts';
import { applyConflict, badRequest, serverError } from '../status.ts';
import type { Stored } from '../stored.ts';
import { objectOf, type Target } from '../target.ts';
import { inNamespace } from './body.ts';
import { createFrom } from './create.ts';
import { readJson } from './goJson.ts';
import type { WriteOptions } from './options.ts';
import { replaceWith, staleness } from './update.ts';

/**
 * Server-side apply (PATCH with apply-patch): what the configuration says is merged into the object, or creates it; what its manager applied before and
 * leaves out now goes; a field that another manager owns is a conflict.
 *
 * Assumptions: the configuration is JSON, as every client library sends it. Defaults that the server fills in belong to nobody.
 */
export function serverSideApply(target: Target, options: WriteOptions): ApiResponse {
  const read = readJson(target.request.body);
  if (!read.ok || !isJsonObject(read.value))
    return badRequest('error decoding YAML: this simulated API server reads apply configurations as JSON only');
  const placed = inNamespace(read.value, target.resource, target.namespace);
  if (!placed.ok) return placed.response;
  if (at(placed.value, 'metadata', 'managedFields') !== undefined) return badRequest('metadata.managedFields must be nil');
  const undeclared = undeclaredField(target, placed.value);
  if (undeclared !== null) return undeclared;
  const before = objectOf(target) ?? null;
  const applied = outcomeOf(target, before, placed.value, options);
  if (!applied.ok) return applyConflict(applied.conflicts);
  if (before === null) return createFrom(target, placed.value, options, applied.owners);
  const current = before.json(target.clock);
  const whole = { ...applied.object, ...(current.status === undefined ? {} : { status: current.status }) };
  const object = options.fieldManager === 'kubectl' ? withLastApplied(whole, current, placed.value) : whole;
  return staleness(target.resource, before, object) ?? replaceWith(target, before, object, options, null, applied.owners);
}

function outcomeOf(target: Target, before: Stored | null, configuration: JsonObject, options: WriteOptions): Applied {
  const { resource, clock } = target;
  const shape = ownedShape(resource);
  const live = contentOf(before === null ? blankObject(resource) : before.json(clock));
  const owners = before === null ? [] : ownersOrFirst(target, before, live);
  const application = {
    live,
    configuration: contentOf(configuration),
    writer: managerOf(target, options.fieldManager, 'Apply'),
    force: options.force,
  };
  const first = applyConfiguration(owners, { ...application, allowed: noFields }, shape, clock.now);
  if (first.ok || options.fieldManager !== 'kubectl') return first;
  return applyConfiguration(owners, { ...application, allowed: fromLastApplied(target, live) }, shape, clock.now);
}

/** An object whose owners nobody has recorded belongs to one that was before (managedfields, SkipNonAppliedManager). */
function ownersOrFirst({ server, resource, clock }: Target, before: Stored, live: JsonObject): readonly FieldOwner[] {
  const owners = ownersOfContent(server, resource, before, live, clock);
  if (owners.length > 0) return owners;
  const writer = { name: 'before-first-apply', operation: 'Update', apiVersion: apiVersionOf(resource), subresource: '' } as const;
  return ownersAfterUpdate([], writer, contentOf(blankObject(resource)), live, ownedShape(resource), clock.now);
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** kubectl may take over what it has applied itself on the client's side, as long as it is still as applied (managedfields, lastAppliedManager). */
function fromLastApplied({ resource }: Target, live: JsonObject): FieldSet {
  const text = at(live, 'metadata', 'annotations', lastApplied);
  const read = typeof text === 'string' ? readJson(text) : null;
  if (read === null || !read.ok || !isJsonObject(read.value)) return noFields;
  const shape = ownedShape(resource);
  const changes = compareFields(live, read.value, shape);
  return difference(appliedFields(read.value, shape), union(changes.added, changes.modified));
}

/** Who has applied on the client's side before finds his configuration of today in the annotation (managedfields, lastAppliedUpdater). */
function withLastApplied(merged: JsonObject, current: JsonObject, configuration: JsonObject): JsonObject {
  if (at(current, 'metadata', 'annotations', lastApplied) === undefined) return merged;
  const metadata = member(merged, 'metadata');
  const annotations = at(merged, 'metadata', 'annotations');
  const text = `${canonicalJson(configuration)}\n`;
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
