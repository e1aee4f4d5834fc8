import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { PressureResource } from '../scenario.ts';

/** A pod and the machine it is bound to know each other: their shapes stand together, what makes them is in podLife.ts and machine.ts. */

/**
 * A pod from its creation to its removal: its present version, and what scheduler and kubelet remember beside it. Whoever will come back to a pod keeps
 * its life, not its name: nothing has to be looked up.
 */
export interface PodLife {
  /** The object as the API server has it now. Changed by store.ts only; so are the next two. */
  pod: Pod;
  /** Where it is bound; null: nowhere yet. */
  machine: Machine | null;
  /** How many pods there were before it. */
  readonly number: number;
  /** It has been removed. */
  gone: boolean;
  /** Grows when a new course of things begins (deleted, node down, evicted): tasks with an older one are void. */
  token: number;
  /** Failed attempts to find it a place, and when the last was. */
  attempts: number;
  lastAttempt: Instant;
  /** In the order of spec.initContainers, then spec.containers; empty until the kubelet takes it up. */
  containers: readonly ContainerLife[];
}

/** What the kubelet remembers of a container. */
export interface ContainerLife {
  token: number;
  /** Has been started at least once. */
  begun: boolean;
  startedAt: Instant;
  /** How often it has ended since it last ran well; decides the back-off. */
  failures: number;
  restarts: number;
  /** How often its image could not be pulled in a row. */
  pullFailures: number;
  /** An init container that has done its work, or a sidecar that lets the next one begin. */
  done: boolean;
}

/** The machine behind a node name: its kubelet, and what is on it. It outlives the Node object, as pods bound to it do. */
export interface Machine {
  readonly name: string;
  /** The Node object as it is now; null: there is none. */
  node: Node | null;
  /** Its kubelet runs and reaches the API server. */
  up: boolean;
  /** The node controller has marked it as unreachable. */
  marked: boolean;
  /** Why its kubelet refuses every new pod; null: it takes them. */
  refuses: Refusal | null;
  /** The resources it is short of, and since when; null: none ever was. */
  pressure: Map<PressureResource, Instant> | null;
  /** A virtual kubelet, which runs no pods of DaemonSets. */
  virtual: boolean;
  /** Grows when it goes down, comes up or goes: void tasks are known by it. */
  token: number;
  /** The pods bound to it, in the order of binding. */
  pods: readonly PodLife[];
  /** The pods that wait for a place on it. */
  waiting: readonly PodLife[];
  /** The pods that were Ready when it was marked as unreachable. */
  wasReady: readonly PodLife[];
  /** The images it has. Machines that have the same ones share a list. */
  images: readonly string[];
  /** When its serial image pulls have come to an end. */
  pullsDoneAt: Instant;
  /** Its pulls that are under way, and some that are done, the latest of each image. */
  pulls: readonly Pull[];
}

/** The pull of an image, and when it is done. */
export interface Pull {
  readonly image: string;
  readonly doneAt: Instant;
}

/** The reason and the message of a pod that is refused. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
}
