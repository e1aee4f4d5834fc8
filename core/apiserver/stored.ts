import type { JsonObject } from '../base/json.ts';
import type { Labels } from '../kubernetes/objects/meta.ts';
import type { Cell } from '../presentation/table.ts';
import type { Clock } from './clock.ts';

/** An object as the server keeps it. Its JSON and its row are made when someone asks, for the moment of the answer. */
export interface Stored {
  /** Empty for cluster-scoped objects. */
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly labels: Labels;
  readonly resourceVersion: number;
  readonly json: (clock: Clock) => JsonObject;
  readonly row: (clock: Clock) => readonly Cell[];
}

/** One change as watches see it. */
export interface LogEntry {
  readonly resourceVersion: number;
  readonly store: string;
  readonly before: Stored | null;
  readonly after: Stored | null;
}

/** `namespace/name`, or the name alone. */
export function storedKey(namespace: string, name: string): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

/** Under which name the owners of an object's fields are kept. */
export function ownersKey(store: string, { namespace, name }: Stored): string {
  return `${store} ${storedKey(namespace, name)}`;
}
