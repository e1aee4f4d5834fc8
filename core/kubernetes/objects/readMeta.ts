import { isJsonObject, member } from '../../base/json.ts';
import type { ControllerRef, ObjectMeta } from './meta.ts';
import { field, labels, objectAt, objectField, requiredText, type Spot, text } from './spot.ts';
import { instant, type TimeBase } from './time.ts';

/** metadata of a namespaced object; a missing namespace is `default`. The caller gives uid and resourceVersion of its own world where there are none. */
export function readMeta(spot: Spot, base: TimeBase, namespaced: boolean): ObjectMeta {
  const meta = objectField(spot, 'metadata');
  return {
    namespace: namespaced ? text(field(meta, 'namespace')) || 'default' : '',
    name: requiredText(field(meta, 'name')),
    uid: text(field(meta, 'uid')),
    labels: labels(field(meta, 'labels')),
    annotations: labels(field(meta, 'annotations')),
    createdAt: instant(field(meta, 'creationTimestamp'), base),
    deletedAt: null,
    owner: controllerOf(meta),
    resourceVersion: 0,
  };
}

/** The owner reference with controller = true. */
function controllerOf(meta: Spot): ControllerRef | null {
  const owners = objectAt(meta).ownerReferences;
  const owner = Array.isArray(owners) ? owners.find(candidate => member(candidate, 'controller') === true) : undefined;
  if (!isJsonObject(owner)) return null;
  return { kind: String(owner.kind ?? ''), name: String(owner.name ?? ''), uid: String(owner.uid ?? '') };
}
