import { fnv1a32 } from '../../base/fnv.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Labels, ObjectMeta } from '../../kubernetes/objects/meta.ts';
import { type Clock, timeText } from '../clock.ts';

/** A uid of the world in the form of a UUID. */
export function uuidOf(uid: string): string {
  const number = /^uid-(\d{1,12})$/.exec(uid)?.[1];
  const hex = (text: string): string => fnv1a32(text).toString(16).padStart(8, '0');
  if (number !== undefined) return `${hex(uid)}-0000-4000-8000-${number.padStart(12, '0')}`;
  return `${hex(uid)}-0001-4000-8000-${hex(`${uid}a`)}${hex(`${uid}b`).slice(0, 4)}`;
}

/** What only some objects have in their metadata. */
export interface MetaExtras {
  readonly generateName?: string;
  readonly generation?: number;
  /** Seconds between the delete request and metadata.deletionTimestamp. */
  readonly grace?: number;
  readonly finalizers?: readonly string[];
  readonly ownerApiVersion?: string;
}

/** metadata as the API server returns it. Version 0: not stored, a dry run. */
export function metaJson(meta: ObjectMeta, resourceVersion: number, clock: Clock, extras: MetaExtras = {}): JsonObject {
  const { deletedAt, owner } = meta;
  const grace = extras.grace ?? 0;
  return {
    name: meta.name,
    ...(extras.generateName === undefined ? {} : { generateName: extras.generateName }),
    ...(meta.namespace === '' ? {} : { namespace: meta.namespace }),
    uid: uuidOf(meta.uid),
    ...(resourceVersion === 0 ? {} : { resourceVersion: String(resourceVersion) }),
    ...(extras.generation === undefined ? {} : { generation: extras.generation }),
    creationTimestamp: timeText(clock, meta.createdAt),
    ...(deletedAt === null ? {} : { deletionTimestamp: timeText(clock, deletedAt + grace * 1000), deletionGracePeriodSeconds: grace }),
    ...textMap('labels', meta.labels),
    ...textMap('annotations', meta.annotations),
    ...(owner === null
      ? {}
      : {
          ownerReferences: [
            {
              ...{ apiVersion: 'apps/v1', kind: owner.kind, name: owner.name, uid: uuidOf(owner.uid) },
              ...{ controller: true, blockOwnerDeletion: true },
            },
          ],
        }),
    ...(extras.finalizers === undefined || deletedAt === null ? {} : { finalizers: extras.finalizers }),
  };
}

function textMap(field: string, entries: Labels): JsonObject {
  return Object.keys(entries).length === 0 ? {} : { [field]: entries };
}
