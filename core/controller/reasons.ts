import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { Taint } from '../kubernetes/objects/node.ts';

/** Why a node may or may not run the DaemonSet's pod. */
export type PlacementReason =
  | { readonly kind: 'eligible' }
  /** spec.nodeName of the template names another node. */
  | { readonly kind: 'nodeName'; readonly wanted: string }
  /** A nodeSelector key the node lacks (`actual` null) or has with another value. */
  | { readonly kind: 'nodeSelector'; readonly key: string; readonly wanted: string; readonly actual: string | null }
  /** No term of the required node affinity matches. */
  | { readonly kind: 'nodeAffinity' }
  /** A taint the pod does not tolerate. */
  | { readonly kind: 'taint'; readonly taint: Taint };

/** Why a node counts against a budget of the rolling update. */
export type BlockCause =
  /** Its only pods are terminating. */
  | { readonly kind: 'terminating'; readonly pod: string; readonly since: Instant }
  /** Its up-to-date pod is not Ready. */
  | { readonly kind: 'notReady'; readonly pod: string }
  /** Its up-to-date pod is Ready, but not for minReadySeconds yet; it will be at `availableAt`. */
  | { readonly kind: 'minReadySeconds'; readonly pod: string; readonly availableAt: Instant }
  /** It has no pod, and should. */
  | { readonly kind: 'missing' }
  /** It has more than one old, or more than one new pod: the next sync removes what is too much. */
  | { readonly kind: 'excess'; readonly pods: readonly string[] }
  /** It has an old and a new pod, without surge: the next sync removes the younger one. */
  | { readonly kind: 'oldAndNew'; readonly oldPod: string; readonly newPod: string }
  /** Its old pod is not available: it is replaced in any case, and counts until its successor is available. */
  | { readonly kind: 'oldUnavailable'; readonly pod: string };

export interface Blocker {
  readonly node: string;
  readonly cause: BlockCause;
  /** The node is not among the desired ones (any more), and still counts. */
  readonly undesired: boolean;
}

/** maxUnavailable and maxSurge as numbers of nodes, for `desired` nodes. */
export interface Budget {
  readonly kind: 'maxUnavailable' | 'maxSurge';
  /** As written in the manifest. */
  readonly written: number | string;
  readonly limit: number;
  /** How much of it was in use before the action. */
  readonly used: number;
  readonly desired: number;
}

/** The rule that made the controller create a pod. */
export type CreateReason =
  /** The node should run a pod and has none. */
  | { readonly kind: 'missing' }
  /** With surge: the node's pods are all ending, so a new one is made beside them. */
  | { readonly kind: 'besideEndingPods' }
  /** With surge: the node's old pod is not available, so it is replaced outside the budget. */
  | { readonly kind: 'besideUnavailableOldPod'; readonly oldPod: string }
  /** With surge: the old pod is available, and maxSurge has room. */
  | { readonly kind: 'surge'; readonly oldPod: string; readonly budget: Budget };

/** The rule that made the controller delete a pod. */
export type DeleteReason =
  /** The node must not run the pod any more; no budget applies. */
  | { readonly kind: 'placement'; readonly because: PlacementReason }
  /** The pod waits for a node that does not exist. */
  | { readonly kind: 'nodeGone' }
  /** The pod has failed; the next failure on this node waits for `backoff`. */
  | { readonly kind: 'failed'; readonly backoff: Millis }
  | { readonly kind: 'succeeded' }
  /** One pod a node: `kept` is older, or serves better. */
  | { readonly kind: 'duplicate'; readonly kept: string | null }
  /** With surge: the new pod is there, and the old one is not Ready. */
  | { readonly kind: 'surgedOldNotReady'; readonly newPod: string }
  /** With surge: the new pod is available. */
  | { readonly kind: 'surgedNewAvailable'; readonly newPod: string }
  /** An old pod that is not available is replaced at once, outside the budget. */
  | { readonly kind: 'oldUnavailable' }
  /** An available old pod, and maxUnavailable has room. */
  | { readonly kind: 'rollingUpdate'; readonly budget: Budget }
  /** With surge: the pod's node should not run it, and enough pods elsewhere are available. */
  | { readonly kind: 'sunset'; readonly available: number; readonly desired: number };

/** Why a node's old pod is still there (or a node has no pod) at an instant. */
export type WaitReason =
  /** The budget is used up by `blockers`. */
  | { readonly kind: 'budget'; readonly budget: Budget; readonly blockers: readonly Blocker[] }
  /** The budget has room, the sync that uses it has not come yet. */
  | { readonly kind: 'nextSync' }
  /** Strategy OnDelete: someone has to delete the pod. */
  | { readonly kind: 'onDelete' }
  /** The pod is being deleted; its successor comes when it is gone. */
  | { readonly kind: 'terminating'; readonly pod: string; readonly since: Instant }
  /** With surge: the new pod beside it is not available yet. */
  | { readonly kind: 'newPodNotAvailable'; readonly newPod: string; readonly cause: BlockCause }
  /** The failed pod is kept until its back-off is over. */
  | { readonly kind: 'failedBackoff'; readonly pod: string; readonly until: Instant }
  /** The node should not run the pod; with surge it stays until enough others are available. */
  | { readonly kind: 'sunset'; readonly available: number; readonly desired: number }
  /** The step fails because the pod's node does not exist (any more): pod garbage collection has to take the pod first. */
  | { readonly kind: 'nodeLookup'; readonly node: string }
  /** Creates or deletes of an earlier sync have not been seen yet. */
  | { readonly kind: 'expectations'; readonly creates: number; readonly deletes: number }
  /** The DaemonSet is being deleted: its controller is idle. */
  | { readonly kind: 'deleting' };

/** A node on which the rollout is not finished, and why. */
export interface WaitingNode {
  readonly node: string;
  /** The old pod, or the one that holds things up; null: there is none. */
  readonly pod: string | null;
  readonly reason: WaitReason;
}
