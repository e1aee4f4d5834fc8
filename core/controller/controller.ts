import { compareNumbers } from '../base/compare.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { ControllerApi } from './api.ts';
import { cacheChange } from './caches.ts';
import type { Change } from './change.ts';
import { workOffNodes } from './nodeTriggers.ts';
import { syncWhenFresh } from './staleCache.ts';
import type { Controller } from './state.ts';
import type { SyncReport } from './syncReport.ts';
import { beginSync } from './syncRun.ts';
import { wake } from './triggers.ts';
import { enqueueRateLimited, forget, nextDue, takeKey } from './workQueue.ts';

export { explainWaiting } from './explain.ts';
export { type Controller, createController } from './state.ts';

/**
 * One change as the informers deliver it. Updates the caches and queues the DaemonSets that Kubernetes would.
 * What a sync asks of the API reaches `observe` only after that sync.
 */
export function observe(controller: Controller, change: Change, now: Instant): void {
  cacheChange(controller, change);
  wake(controller, change, now);
}

/** The instant at which `runSync` has something to do: now or earlier when work is queued, the next timer otherwise, null when there is neither. */
export function nextWork(controller: Controller): Instant | null {
  if (controller.nodeQueue.size > 0) for (const since of controller.nodeQueue.values()) return since;
  return nextDue(controller.queue);
}

/** Runs the next sync that is due at `now`, with its requests to `api`; null when none is due (a node event may wake nobody). */
export function runSync(controller: Controller, api: ControllerApi, now: Instant): SyncReport | null {
  if (controller.nodeQueue.size > 0) workOffNodes(controller, now);
  const key = takeKey(controller.queue, now);
  if (key === null) return null;
  const view = controller.views.get(key);
  if (view === undefined) {
    controller.expectations.delete(key);
    forget(controller.queue, key);
    return goneReport(key, now);
  }
  const sync = beginSync(controller, api, view, key, now);
  const { stage, hash, error } = syncWhenFresh(sync);
  if (error === null) forget(controller.queue, key);
  const { actions, status, statusWrites, requeues } = sync;
  return {
    at: now,
    daemonSet: key,
    stage,
    hash,
    error,
    actions,
    status,
    statusWrites,
    requeueAfter: requeues.length > 1 ? requeues.sort(compareNumbers) : requeues,
    retryAfter: error === null ? null : enqueueRateLimited(controller.queue, key, now),
  };
}

function goneReport(key: string, now: Instant): SyncReport {
  return {
    ...{ at: now, daemonSet: key, stage: 'gone', hash: '', error: null, actions: [], status: null, statusWrites: 0 },
    ...{ requeueAfter: [], retryAfter: null },
  };
}
