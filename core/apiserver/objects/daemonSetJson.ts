import { type JsonObject, member } from '../../base/json.ts';
import type { DaemonSet, DaemonSetStatus } from '../../kubernetes/objects/daemonSet.ts';
import type { Clock } from '../clock.ts';
import { metaJson } from './metaJson.ts';

/** A DaemonSet as the API server returns it. `manifest` is its stored JSON without status. */
export function daemonSetJson(daemonSet: DaemonSet, manifest: JsonObject, resourceVersion: number, clock: Clock): JsonObject {
  return {
    kind: 'DaemonSet',
    apiVersion: 'apps/v1',
    metadata: metaJson(daemonSet, resourceVersion, clock, { generation: daemonSet.generation, finalizers: ['foregroundDeletion'] }),
    spec: member(manifest, 'spec') ?? {},
    status: statusJson(daemonSet.status),
  };
}

/** Four counters are always there; the others only when they are not zero (apps/v1 DaemonSetStatus, omitempty). */
function statusJson(status: DaemonSetStatus): JsonObject {
  const { currentNumberScheduled, numberMisscheduled, desiredNumberScheduled, numberReady } = status;
  const { observedGeneration, updatedNumberScheduled, numberAvailable, numberUnavailable, collisionCount } = status;
  const rest = { observedGeneration, updatedNumberScheduled, numberAvailable, numberUnavailable };
  return {
    ...{ currentNumberScheduled, numberMisscheduled, desiredNumberScheduled, numberReady },
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== 0)),
    ...(collisionCount === null ? {} : { collisionCount }),
  };
}
