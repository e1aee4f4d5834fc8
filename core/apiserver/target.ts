import type { Clock } from './clock.ts';
import type { ApiRequest } from './request.ts';
import type { Resource } from './resources/resource.ts';
import { type ApiServer, objectsIn } from './state.ts';
import { type Stored, storedKey } from './stored.ts';

/** A request and what it is about: every verb takes one. */
export interface Target {
  readonly server: ApiServer;
  readonly request: ApiRequest;
  /** The moment of the answer. */
  readonly clock: Clock;
  readonly resource: Resource;
  /** Empty: cluster-scoped, or a collection over all namespaces. */
  readonly namespace: string;
  /** Empty: the collection. */
  readonly name: string;
  /** Empty: the object itself. `status`: its status, which controllers write. */
  readonly subresource: string;
}

/** The object that a target names. */
export function objectOf({ server, resource, namespace, name }: Target): Stored | undefined {
  return objectsIn(server, resource.store).get(storedKey(namespace, name));
}
