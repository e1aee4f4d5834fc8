import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { DaemonSetStatus } from '../../kubernetes/objects/daemonSet.ts';
import type { ControllerRef, Instant, Labels } from '../../kubernetes/objects/meta.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';

/** What an actor does when its time has come. Which handler takes it: actors/actors.ts. */
export type TaskKind =
  /** The next event of the scenario. */
  | 'scenario'
  /** A write of the controller that its client's limit has put off. */
  | 'request'
  /** The scheduler looks at a pod. */
  | 'bind'
  /** The kubelet does the next step of a pod's life. */
  | 'podStep'
  /** The node controller notices that a node is silent. */
  | 'nodeDownNotice'
  /** A node that was silent reports again. */
  | 'nodeRecover'
  /** Pods bound to a node that is gone are collected. */
  | 'podGc'
  /** A NoExecute taint has been tolerated for long enough. */
  | 'taintEviction'
  /** The kubelet of a node under pressure evicts its next pod. */
  | 'evictionRound'
  /** A node that was under pressure is reported to be well again. */
  | 'pressureOver'
  /** A node that is shutting down goes off. */
  | 'powerOff'
  /** Dependents of a deleted DaemonSet are collected. */
  | 'ownerGc';

/** Something due at an instant. Tasks of one instant go by priority, then in the order in which they were scheduled. */
export interface Task {
  readonly at: Instant;
  readonly priority: number;
  readonly sequence: number;
  readonly kind: TaskKind;
  /** The uid of a pod or DaemonSet, or the name of a node. */
  readonly subject: string;
  /** Compared with the subject's present token: a task of an earlier course of things is void. */
  readonly token: number;
  /** Which step, container, or entry of a list; the handler knows. */
  readonly detail: number;
  readonly request: Request | null;
}

/** A write of the controller, worked out and waiting for its turn. */
export type Request =
  | { readonly kind: 'createPod'; readonly pod: Pod }
  | { readonly kind: 'deletePod'; readonly uid: string }
  | { readonly kind: 'patchPodOwner'; readonly uid: string; readonly owner: ControllerRef | null }
  | { readonly kind: 'patchPodLabels'; readonly uid: string; readonly labels: Labels }
  | { readonly kind: 'putRevision'; readonly revision: ControllerRevision }
  | { readonly kind: 'deleteRevision'; readonly key: string }
  | { readonly kind: 'writeStatus'; readonly uid: string; readonly key: string; readonly status: DaemonSetStatus };

/** Total order of tasks. */
export function taskBefore(a: Task, b: Task): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.sequence < b.sequence;
}
