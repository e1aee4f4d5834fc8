import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { PressureResource } from '../scenario.ts';
import type { PodLife } from './podLife.ts';

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

export function createMachine(name: string): Machine {
  return {
    name,
    node: null,
    up: true,
    marked: false,
    refuses: null,
    pressure: null,
    virtual: false,
    token: 0,
    pods: none,
    waiting: none,
    wasReady: none,
    images: none,
    pullsDoneAt: 0,
    pulls: none,
  };
}

/** Most machines never have more than one entry in any of their lists: an empty one is shared, and a longer one is as long as it has to be. */
const none: readonly never[] = [];
