import type { JsonObject } from '../../../core/base/json.ts';
import type { RecordedNode } from './record.ts';

/** A recorded rollout; the README among the recordings says what its fields mean. */
export interface TimelineRecord {
  readonly name: string;
  readonly until: number;
  readonly delays: Readonly<Record<string, number>>;
  readonly images?: Readonly<Record<string, RecordedImage>>;
  readonly nodes: readonly TimelineNode[];
  readonly events: readonly TimelineEvent[];
  readonly staleCacheGuard?: { readonly on?: boolean; readonly maxShiftMs?: number };
  readonly results: readonly TimelineResult[];
}

export interface RecordedImage {
  readonly start?: number;
  readonly ready?: number;
  readonly term?: number;
  readonly upFor?: number;
  readonly downFor?: number;
  readonly reject?: boolean;
}

export interface TimelineNode extends RecordedNode {
  /** name1 … nameN */
  readonly count?: number;
  readonly rejects?: boolean;
}

export interface TimelineEvent {
  readonly at: number;
  readonly do: string;
  readonly manifest?: JsonObject;
  readonly ds?: string;
  readonly patch?: JsonObject;
  readonly node?: string;
  readonly new?: TimelineNode;
  readonly taint?: string;
  readonly key?: string;
  readonly value?: string;
  readonly rejects?: boolean;
}

export interface TimelineResult {
  readonly timeline: readonly TimelineEntry[];
  readonly totals: Readonly<Record<string, TimelineTotals>>;
  readonly revisionsAtEnd: Readonly<Record<string, readonly string[]>>;
  /** Lines `t node=ds/revision:state …`. */
  readonly nodes?: readonly string[];
  readonly eventWrites?: string;
}

export interface TimelineEntry {
  readonly t: number;
  readonly ds: string;
  /** desired, current, ready, updated, available, misscheduled, unavailable, observedGeneration; null: the DaemonSet is gone. */
  readonly s: readonly number[] | null;
  /** Absent: no pods. */
  readonly p?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface TimelineTotals {
  readonly podsCreated: number;
  readonly podsDeletedByController: number;
  readonly completeAt: number | null;
  readonly maxNodesWithoutAvailable: number;
  readonly events: Readonly<Record<string, number>>;
}
