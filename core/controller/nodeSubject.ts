import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Placement } from './placement.ts';

/** A node by name, with the DaemonSet's pods that belong to it. */
export interface NodeSubject {
  readonly name: string;
  /** Null: the node does not exist, but pods belong to it. */
  readonly node: Node | null;
  /** Null like the node. */
  readonly placement: Placement | null;
  readonly pods: readonly Pod[];
}
