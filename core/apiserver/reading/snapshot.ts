import { type ApiServer, objectsIn } from '../state.ts';
import { type Stored, storedKey } from '../stored.ts';

/** The objects of a store as they were at a version; null: the log no longer reaches back so far. */
export function objectsAt(server: ApiServer, store: string, version: number): ReadonlyMap<string, Stored> | null {
  const { log } = server;
  const first = log[0]?.resourceVersion ?? server.resourceVersion + 1;
  if (version < first - 1) return null;
  const objects = new Map(objectsIn(server, store));
  for (let i = log.length - 1; i >= 0; i--) {
    const entry = log[i];
    if (entry === undefined || entry.resourceVersion <= version) break;
    if (entry.store !== store) continue;
    const one = entry.before ?? entry.after;
    if (one === null) continue;
    const key = storedKey(one.namespace, one.name);
    if (entry.before === null) objects.delete(key);
    else objects.set(key, entry.before);
  }
  return objects;
}
