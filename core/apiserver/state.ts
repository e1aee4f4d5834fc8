import type { JsonObject } from '../base/json.ts';
import type { EventRecorder } from '../controller/eventRecorder.ts';
import type { FieldOwner } from '../kubernetes/fieldOwners/owners.ts';
import type { PodSpec } from '../kubernetes/objects/podTemplate.ts';
import type { Run } from '../simulation/run.ts';
import type { DescribeField } from './discovery/openApiSchemas.ts';
import type { StatusOwner } from './owning/statusOwner.ts';
import type { LogEntry, Stored } from './stored.ts';

/**
 * A simulated API server: a run of the simulation, its objects as clients see them, and the log that watches read.
 * Its functions never throw for anything a client sends.
 */
export interface ApiServer {
  readonly run: Run;
  /** By store, then by `namespace/name`. */
  readonly objects: Map<string, Map<string, Stored>>;
  /** Recent changes, oldest first; entry `i` has the number `logStart + i`. */
  readonly log: LogEntry[];
  logStart: number;
  /** The highest one given. Our own count: the world numbers a request of the controller when it is planned, a client sees it when it is done. */
  resourceVersion: number;
  /** Nodes and plain pods as they were given, by name and `namespace/name`. */
  readonly given: Map<string, JsonObject>;
  /** The JSON of each pod spec the world shares between pods. */
  readonly specs: Map<PodSpec, JsonObject>;
  /** Who owns which fields, as clients' writes left it, by {@link ownersKey}. Objects that only the simulation writes have none here. */
  readonly owners: Map<string, readonly FieldOwner[]>;
  /** Who wrote the status of a DaemonSet, by `namespace/name`. */
  readonly statusOwners: Map<string, StatusOwner>;
  readonly recorder: EventRecorder;
  /** The names of recorded events, by the recorder's key. */
  readonly eventNames: Map<string, string>;
  /** Namespaces that wait for what is in them to go. */
  readonly terminating: Set<string>;
  /** What Kubernetes says of a field, for `kubectl explain`. */
  readonly describe: DescribeField;
  /** Why the last event of the scenario was refused; null: it was done. */
  refusal: string | null;
  /** Numbers for generated names and uids of kept objects. */
  counter: number;
}

/** How many changes are kept for watches that begin in the past. */
export const longestLog = 20_000;

/** The objects of a store, by key. */
export function objectsIn(server: ApiServer, store: string): Map<string, Stored> {
  let objects = server.objects.get(store);
  if (objects === undefined) {
    objects = new Map();
    server.objects.set(store, objects);
  }
  return objects;
}
