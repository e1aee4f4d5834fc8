import { type ApiServer, longestLog, objectsIn } from './state.ts';
import { type LogEntry, ownersKey, type Stored, storedKey } from './stored.ts';

/** An object that has no resourceVersion yet. */
export type Draft = Pick<Stored, 'namespace' | 'name' | 'uid' | 'labels'> & {
  readonly make: (resourceVersion: number) => Pick<Stored, 'json' | 'row'>;
};

/**
 * Every write to the objects that clients see goes through these two.
 * Invariants: resource versions rise by one a write and are never reused; the log has one entry a write, in their order.
 */
export function put(server: ApiServer, store: string, draft: Draft): Stored {
  const resourceVersion = ++server.resourceVersion;
  const { namespace, name, uid, labels } = draft;
  const after: Stored = { namespace, name, uid, labels, resourceVersion, ...draft.make(resourceVersion) };
  const objects = objectsIn(server, store);
  const key = storedKey(namespace, name);
  append(server, { resourceVersion, store, before: objects.get(key) ?? null, after });
  objects.set(key, after);
  return after;
}

export function remove(server: ApiServer, store: string, key: string): void {
  const objects = objectsIn(server, store);
  const before = objects.get(key);
  if (before === undefined) return;
  objects.delete(key);
  server.owners.delete(ownersKey(store, before));
  if (store === 'daemonsets') server.statusOwners.delete(key);
  append(server, { resourceVersion: ++server.resourceVersion, store, before, after: null });
}

function append(server: ApiServer, entry: LogEntry): void {
  server.log.push(entry);
  if (server.log.length < 2 * longestLog) return;
  server.log.splice(0, longestLog);
  server.logStart += longestLog;
}
