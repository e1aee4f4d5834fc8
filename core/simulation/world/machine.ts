import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { PressureResource } from '../scenario.ts';

/** The machine behind a node name: its kubelet, and what is on it. It outlives the Node object, as pods bound to it do. */
export interface Machine {
  readonly name: string;
  /** Its kubelet runs and reaches the API server. */
  up: boolean;
  /** The node controller has marked it as unreachable. */
  marked: boolean;
  /** Why its kubelet refuses every new pod; null: it takes them. */
  refuses: Refusal | null;
  /** The resources it is short of, and since when; empty: none. */
  pressure: Map<PressureResource, Instant>;
  /** A virtual kubelet, which runs no pods of DaemonSets. */
  virtual: boolean;
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

/** The reason and the message of a pod that is refused. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
}

export function createMachine(name: string): Machine {
  return {
    name,
    up: true,
    marked: false,
    refuses: null,
    pressure: new Map(),
    virtual: false,
    token: 0,
    pods: [],
    waiting: [],
    wasReady: [],
    pullsDoneAt: 0,
    pulls: null,
  };
}
