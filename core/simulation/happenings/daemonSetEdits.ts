import { isJsonObject, type JsonObject, member } from '../../base/json.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import { objectKey } from '../../kubernetes/objects/meta.ts';
import { scheduleCollection } from '../actors/garbageCollector.ts';
import { mergePatch } from '../mergePatch.ts';
import { admit, createDaemonSet, updateDaemonSet } from '../world/daemonSetWrites.ts';
import { putDaemonSet, removeDaemonSet } from '../world/store.ts';
import { nextResourceVersion, type World } from '../world/world.ts';
import { does, type Plan, type Planner, refuses } from './happening.ts';

/** `kubectl apply` by the one who owns every field: what the manifest does not say takes its default again. */
export const applyManifest: Planner<'apply'> = (world, { manifest }) => write(world, manifest);

/** A JSON merge patch of the DaemonSet, as `kubectl patch --type=merge` sends it. */
export const patchDaemonSet: Planner<'patch'> = (world, action) => {
  const key = objectKey({ namespace: action.namespace, name: action.daemonSet });
  const old = world.manifests.get(key);
  if (old === undefined) return notFound(action.daemonSet);
  const patched = mergePatch(old, action.patch);
  return isJsonObject(patched) ? write(world, patched) : refuses('the patch leaves no object');
};

function write(world: World, manifest: JsonObject): Plan {
  const metadata = member(manifest, 'metadata');
  const key = `${String(member(metadata, 'namespace') ?? 'default')}/${String(member(metadata, 'name') ?? '')}`;
  const before = world.daemonSets.get(key);
  const admitted = admit(world.scenario, manifest, before === undefined ? null : (world.manifests.get(key) ?? null), world.admissions);
  if (!admitted.ok) return refuses(admitted.problems.map(problem => problem.message).join('; '));
  const { json, daemonSet } = admitted;
  return does(() => {
    if (before === undefined) createDaemonSet(world, json, daemonSet);
    else updateDaemonSet(world, before, json, daemonSet);
  });
}

/** Background: the object goes at once. Foreground and orphan: it stays, being deleted, until its dependents are dealt with. */
export const deleteDaemonSet: Planner<'deleteDaemonSet'> = (world, action) => {
  const daemonSet = world.daemonSets.get(objectKey({ namespace: action.namespace, name: action.daemonSet }));
  if (daemonSet === undefined) return notFound(action.daemonSet);
  return does(() => {
    if (action.propagation === 'Background') removeDaemonSet(world, daemonSet);
    else putDaemonSet(world, beingDeleted(world, daemonSet));
    scheduleCollection(world, daemonSet.uid, action.propagation);
  });
};

function beingDeleted(world: World, daemonSet: DaemonSet): DaemonSet {
  const deletedAt = daemonSet.deletedAt ?? world.now;
  return { ...daemonSet, deletedAt, generation: daemonSet.generation + 1, resourceVersion: nextResourceVersion(world) };
}

function notFound(name: string): Plan {
  return refuses(`daemonsets.apps "${name}" not found`);
}
