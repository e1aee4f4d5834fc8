import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { NodeFacts } from './nodeFacts.ts';
import type { Placement } from './placement.ts';

/** A node of one DaemonSet's view. */
export interface NodeEntry {
  readonly name: string;
  /** Its number in the view: the sample sets of the tally know it by that. */
  readonly number: number;
  node: Node | null;
  placement: Placement | null;
  /** All claimed pods that belong to the node, in no order. */
  pods: Pod[];
  facts: NodeFacts | null;
  /** Where its facts are kept once there are any. */
  readonly record: NodeFacts;
  /** The review that is in the heap for it. */
  reviewAt: Instant | null;
  /** Whether it is in the view's list of entries to judge again. */
  dirty: boolean;
}
