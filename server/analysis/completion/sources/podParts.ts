import { at, isJsonArray, type JsonObject, type JsonValue } from '../../../../core/base/json.ts';
import type { JsonPath } from '../../../../core/kubernetes/schema/schema.ts';

/** The entries of a list of the pod's spec; empty where there is none. */
export function podList(manifest: JsonObject, name: string): readonly JsonValue[] {
  const list = at(manifest, 'spec', 'template', 'spec', name);
  return isJsonArray(list) ? list : [];
}

/** All containers, those that start first included. */
export function allContainers(manifest: JsonObject): readonly JsonValue[] {
  return [...podList(manifest, 'initContainers'), ...podList(manifest, 'containers')];
}

/** The container that a path leads through. */
export function containerAround(manifest: JsonObject, path: JsonPath): JsonValue | undefined {
  return at(manifest, ...path.slice(0, 5));
}

export function textAt(value: JsonValue | undefined, key: string): string {
  const found = at(value, key);
  return typeof found === 'string' ? found : '';
}

/** The entries of a list inside an object. */
export function listAt(value: JsonValue | undefined, key: string): readonly JsonValue[] {
  const list = at(value, key);
  return isJsonArray(list) ? list : [];
}
