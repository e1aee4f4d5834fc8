import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet, DaemonSetStatus } from '../kubernetes/objects/daemonSet.ts';
import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import type { ControllerRef, Labels } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';

/** Why the API server refused a request of the controller. */
export type ApiError =
  | { readonly kind: 'NotFound' }
  | { readonly kind: 'Conflict' }
  | { readonly kind: 'AlreadyExists' }
  | { readonly kind: 'NamespaceTerminating'; readonly message: string }
  | { readonly kind: 'Forbidden'; readonly message: string }
  | { readonly kind: 'Failed'; readonly message: string };

export type ApiResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

/** A pod as the controller asks for it. The API server gives it its name (`<DaemonSet>-<5 characters>`), uid and times. */
export interface NewPod {
  readonly daemonSet: DaemonSet;
  readonly targetNode: string;
  /** Template labels with controller-revision-hash and pod-template-generation. */
  readonly labels: Labels;
}

/**
 * What the controller asks of the API server, in the order it asks. The simulated world implements it, and so does a
 * replay of recorded decisions with its faults. What a request changes reaches the controller's caches only after the sync.
 */
export interface ControllerApi {
  createPod(pod: NewPod): ApiResult<Pod>;
  deletePod(pod: Pod): ApiResult<null>;
  patchPodOwner(pod: Pod, owner: ControllerRef | null): ApiResult<null>;
  patchPodLabels(pod: Pod, labels: Labels): ApiResult<null>;
  createRevision(revision: ControllerRevision): ApiResult<ControllerRevision>;
  updateRevision(revision: ControllerRevision): ApiResult<ControllerRevision>;
  patchRevisionOwner(revision: ControllerRevision, owner: ControllerRef | null): ApiResult<null>;
  deleteRevision(revision: ControllerRevision): ApiResult<null>;
  /** A live read, past the caches. */
  getDaemonSet(namespace: string, name: string): ApiResult<DaemonSet>;
  getRevision(namespace: string, name: string): ApiResult<ControllerRevision>;
  updateDaemonSetStatus(daemonSet: DaemonSet, status: DaemonSetStatus): ApiResult<DaemonSet>;
  /** Whether events are to be emitted: texts nobody reads are not made. */
  readonly wantsEvents: boolean;
  emitEvent(event: EmittedEvent): void;
}
