import type { Instant } from '../../kubernetes/objects/meta.ts';

/** The machine behind a node name: its kubelet, and what is on it. It outlives the Node object, as pods bound to it do. */
export interface Machine {
  readonly name: string;
  /** Its kubelet runs and reaches the API server. */
  up: boolean;
  /** The node controller has marked it as unreachable. */
  marked: boolean;
  /** Its kubelet refuses new pods. */
  rejects: boolean;
  /** Grows when it goes down, comes up or goes: void tasks are known by it. */
  token: number;
  /** Uids of the pods bound to it, in the order of binding. */
  readonly pods: string[];
  /** Uids of the pods that wait for a place on it. */
  readonly waiting: string[];
  /** Uids of the pods that were Ready when it was marked as unreachable. */
  wasReady: string[];
  /** When its serial image pulls have come to an end. */
  pullsDoneAt: Instant;
  /** When the pull of an image that is under way, or was, is done; null: it never pulled any. */
  pulls: Map<string, Instant> | null;
}

export function createMachine(name: string): Machine {
  return { name, up: true, marked: false, rejects: false, token: 0, pods: [], waiting: [], wasReady: [], pullsDoneAt: 0, pulls: null };
}
