import type { Instant } from './meta.ts';

export type EventType = 'Normal' | 'Warning';

export interface ObjectReference {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** An event as a component emits it, before the recorder merges or drops any (v1.Event). */
export interface EmittedEvent {
  readonly at: Instant;
  readonly type: EventType;
  readonly reason: string;
  readonly message: string;
  /** The component it comes from, such as daemonset-controller or kubelet. */
  readonly source: string;
  readonly regarding: ObjectReference;
}
