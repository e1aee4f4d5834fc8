import type { Random } from '../base/random.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { ControllerApi } from './api.ts';
import type { Change } from './change.ts';
import type { ControllerProfile } from './profile.ts';
import type { WaitingNode } from './reasons.ts';
import type { SyncReport } from './syncReport.ts';

/** The DaemonSet controller: its caches, expectations, back-offs and work queue. Opaque; changes only through the functions below. */
export interface Controller {
  readonly profile: ControllerProfile;
  readonly random: Random;
}

/** A controller with empty caches. `random` decides what Kubernetes leaves to the order of a Go map. */
export function createController(profile: ControllerProfile, random: Random): Controller {
  return { profile, random };
}

/**
 * One change as the informers deliver it. Updates the caches and queues the DaemonSets that Kubernetes would.
 * What a sync asks of the API reaches `observe` only after that sync.
 */
export function observe(_controller: Controller, _change: Change, _now: Instant): void {
  throw new Error('not there yet');
}

/** The instant at which `runSync` has something to do: now or earlier when work is queued, the next timer otherwise, null when there is neither. */
export function nextWork(_controller: Controller): Instant | null {
  throw new Error('not there yet');
}

/** Runs the next sync that is due at `now`, with its requests to `api`; null when none is due (a node event may wake nobody). */
export function runSync(_controller: Controller, _api: ControllerApi, _now: Instant): SyncReport | null {
  throw new Error('not there yet');
}

/** The nodes on which the rollout of the DaemonSet `namespace/name` is not finished, each with its reason, in the order of their names. */
export function explainWaiting(_controller: Controller, _daemonSet: string, _now: Instant): readonly WaitingNode[] {
  throw new Error('not there yet');
}
