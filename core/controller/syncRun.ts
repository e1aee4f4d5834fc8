import type { DaemonSet, DaemonSetStatus } from '../kubernetes/objects/daemonSet.ts';
import type { EventType } from '../kubernetes/objects/event.ts';
import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { ApiError, ControllerApi } from './api.ts';
import type { Controller } from './state.ts';
import type { SyncAction, SyncError, SyncErrorKind } from './syncReport.ts';
import type { Terms } from './terms.ts';
import { refresh, type View } from './view.ts';
import { enqueueAfter } from './workQueue.ts';

/** One sync under way: what it works on, and what it has done so far. */
export interface SyncRun {
  readonly controller: Controller;
  readonly api: ControllerApi;
  readonly now: Instant;
  readonly view: View;
  readonly key: string;
  /** The DaemonSet as the cache had it when the sync began. */
  readonly daemonSet: DaemonSet;
  readonly actions: SyncAction[];
  /** Delays asked for, each once. */
  readonly requeues: Millis[];
  status: DaemonSetStatus | null;
  statusWrites: number;
  /** Whether pods have been claimed already in this sync, and with which result. */
  claimed: { readonly error: SyncError | null } | null;
}

export function beginSync(controller: Controller, api: ControllerApi, view: View, key: string, now: Instant): SyncRun {
  const { daemonSet } = view;
  return { controller, api, now, view, daemonSet, key, actions: [], requeues: [], status: null, statusWrites: 0, claimed: null };
}

/** Emits an event about the DaemonSet; its message is the text with what it is about at its end. */
export function emit(sync: SyncRun, type: EventType, reason: string, text: string, about = ''): void {
  if (!sync.api.wantsEvents) return;
  const message = text + about;
  const { namespace, name } = sync.daemonSet;
  const regarding = { kind: 'DaemonSet', namespace, name };
  sync.api.emitEvent({ at: sync.now, type, reason, message, source: 'daemonset-controller', regarding });
}

/** Asks for another sync after `delay`. */
export function requeue(sync: SyncRun, delay: Millis): void {
  if (!sync.requeues.includes(delay)) sync.requeues.push(delay);
  enqueueAfter(sync.controller.queue, sync.key, delay, sync.now);
}

export function failure(kind: SyncErrorKind, message: string): SyncError {
  return { kind, message };
}

/** What the API server answered, in words. */
export function describeApiError(error: ApiError): string {
  switch (error.kind) {
    case 'NotFound':
      return 'not found';
    case 'Conflict':
      return 'the object has been modified; please apply your changes to the latest version and try again';
    case 'AlreadyExists':
      return 'already exists';
    default:
      return error.message;
  }
}

/** Brings the view to the instant of the sync. */
export function refreshView(sync: SyncRun): Terms {
  return refresh(sync.view, sync.controller.profile, sync.controller.backoff, sync.now);
}
