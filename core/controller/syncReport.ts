import type { DaemonSetStatus } from '../kubernetes/objects/daemonSet.ts';
import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { ApiError } from './api.ts';
import type { CreateReason, DeleteReason } from './reasons.ts';

/** What a sync did to pods and revisions, in the order it did it. */
export type SyncAction =
  | { readonly kind: 'createPod'; readonly node: string; readonly pod: string; readonly because: CreateReason }
  | { readonly kind: 'createFailed'; readonly node: string; readonly error: ApiError; readonly because: CreateReason }
  | { readonly kind: 'deletePod'; readonly node: string; readonly pod: string; readonly because: DeleteReason }
  | { readonly kind: 'deleteFailed'; readonly node: string; readonly pod: string; readonly error: ApiError; readonly because: DeleteReason }
  | { readonly kind: 'adoptPod' | 'releasePod' | 'relabelPod'; readonly pod: string }
  | { readonly kind: 'createRevision' | 'updateRevision'; readonly revision: string; readonly number: number }
  | { readonly kind: 'deleteRevision' | 'adoptRevision' | 'releaseRevision' | 'labelRevision'; readonly revision: string };

/** Why a sync ended with an error and is tried again. `staleCache` is the guard of 1.36. */
export type SyncErrorKind =
  | 'adoptionRefused'
  | 'claimFailed'
  | 'revisionNameCollision'
  | 'staleCollisionCount'
  | 'revisionFailed'
  | 'podCreateFailed'
  | 'podDeleteFailed'
  | 'nodeLookupFailed'
  | 'invalidBudget'
  | 'statusWriteFailed'
  | 'staleCache';

export interface SyncError {
  readonly kind: SyncErrorKind;
  readonly message: string;
}

/** A result of a part of a sync, or the error that ends it. */
export type Built<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SyncError };

/** How far a sync went: all the way, only to the status (creates or deletes not seen yet), or it had nothing to do. */
export type SyncStage = 'complete' | 'statusOnly' | 'gone' | 'deleting' | 'selectingAll' | 'stopped';

/** One sync of one DaemonSet. */
export interface SyncReport {
  readonly at: Instant;
  /** `namespace/name`. */
  readonly daemonSet: string;
  readonly stage: SyncStage;
  /** The hash of the current revision; empty when the sync did not get that far. */
  readonly hash: string;
  readonly actions: readonly SyncAction[];
  /** The status that was written; null: none was. */
  readonly status: DaemonSetStatus | null;
  readonly statusWrites: number;
  /** Delays handed to the work queue, distinct, ascending (without the retry after an error). */
  readonly requeueAfter: readonly Millis[];
  readonly error: SyncError | null;
  /** Delay of the rate-limited retry, when there was an error. */
  readonly retryAfter: Millis | null;
}
