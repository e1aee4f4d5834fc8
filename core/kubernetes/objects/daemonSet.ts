import type { LabelSelector } from '../selector.ts';
import type { ObjectMeta } from './meta.ts';
import type { PodTemplate } from './podTemplate.ts';

/** An integer, or a percentage as written (`10%`). */
export type IntOrPercent = number | string;

export type UpdateStrategy =
  | { readonly type: 'RollingUpdate'; readonly maxUnavailable: IntOrPercent; readonly maxSurge: IntOrPercent }
  | { readonly type: 'OnDelete' };

export interface DaemonSetSpec {
  readonly selector: LabelSelector;
  readonly template: PodTemplate;
  readonly updateStrategy: UpdateStrategy;
  readonly minReadySeconds: number;
  readonly revisionHistoryLimit: number;
}

export interface DaemonSetStatus {
  readonly desiredNumberScheduled: number;
  readonly currentNumberScheduled: number;
  readonly numberReady: number;
  readonly updatedNumberScheduled: number;
  readonly numberAvailable: number;
  readonly numberUnavailable: number;
  readonly numberMisscheduled: number;
  readonly observedGeneration: number;
  /** null: never set. */
  readonly collisionCount: number | null;
}

/** A DaemonSet (apps/v1), defaults applied. */
export interface DaemonSet extends ObjectMeta {
  readonly generation: number;
  readonly spec: DaemonSetSpec;
  readonly status: DaemonSetStatus;
}

export const emptyDaemonSetStatus: DaemonSetStatus = {
  desiredNumberScheduled: 0,
  currentNumberScheduled: 0,
  numberReady: 0,
  updatedNumberScheduled: 0,
  numberAvailable: 0,
  numberUnavailable: 0,
  numberMisscheduled: 0,
  observedGeneration: 0,
  collisionCount: null,
};
