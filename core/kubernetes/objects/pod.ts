import type { Instant, ObjectMeta } from './meta.ts';
import type { PodSpec, Toleration } from './podTemplate.ts';

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

/** The pod condition Ready. A pod that never had one is represented by null. */
export interface ReadyCondition {
  readonly ready: boolean;
  /** lastTransitionTime; the API cuts it to whole seconds. */
  readonly since: Instant;
}

export type ContainerState =
  | { readonly kind: 'waiting'; readonly reason: string }
  | { readonly kind: 'running'; readonly startedAt: Instant }
  | { readonly kind: 'terminated'; readonly exitCode: number; readonly reason: string; readonly finishedAt: Instant };

export interface ContainerStatus {
  readonly name: string;
  readonly ready: boolean;
  readonly started: boolean;
  readonly restartCount: number;
  readonly state: ContainerState;
  /** When the container last ended; null when it never did. */
  readonly lastFinishedAt: Instant | null;
}

/** A pod (v1.Pod). Immutable: every change makes a new one, so a timeline can keep them all. */
export interface Pod extends ObjectMeta {
  /** The spec it was made with; shared between the pods of one revision. */
  readonly spec: PodSpec;
  /** spec.tolerations with those that the controller adds; shared likewise. */
  readonly tolerations: readonly Toleration[];
  /** spec.nodeName; empty until the scheduler has bound the pod. */
  readonly nodeName: string;
  /** The node that the controller's required affinity (metadata.name In [x]) pins it to; empty when there is no such pin. */
  readonly targetNode: string;
  readonly phase: PodPhase;
  /** status.reason, such as Evicted or NodeLost; empty: none. */
  readonly reason: string;
  readonly message: string;
  readonly ready: ReadyCondition | null;
  /** In the order of spec.initContainers, then spec.containers. */
  readonly initContainerStatuses: readonly ContainerStatus[];
  readonly containerStatuses: readonly ContainerStatus[];
  /** Seconds of grace of the running deletion; 0 while none. */
  readonly gracePeriodSeconds: number;
  readonly podIp: string;
}
