import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { DaemonSetStatus } from '../../kubernetes/objects/daemonSet.ts';
import type { ControllerRef, Instant, Labels } from '../../kubernetes/objects/meta.ts';
import type { PodDraft } from './podDraft.ts';
import type { PodLife } from './podLife.ts';

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

/** Something due at an instant. Tasks of one instant go in the order of their numbers: that in which they were scheduled, the scenario's events first. */
export interface Task {
  readonly at: Instant;
  /** Unique. */
  readonly sequence: number;
  readonly kind: TaskKind;
  /** The pod it is about; null: it is about something else. */
  readonly life: PodLife | null;
  /** Otherwise: the uid of a DaemonSet, or the name of a node. */
  readonly subject: string;
  /** Compared with the subject's present token: a task of an earlier course of things is void. */
  readonly token: number;
  /** Which step, container, or entry of a list; the handler knows. */
  readonly detail: number;
  readonly request: Request | null;
}

/** A write of the controller, worked out and waiting for its turn. */
export type Request =
  | { readonly kind: 'createPod'; readonly pod: PodDraft }
  | { readonly kind: 'deletePod'; readonly life: PodLife }
  | { readonly kind: 'patchPodOwner'; readonly life: PodLife; readonly owner: ControllerRef | null }
  | { readonly kind: 'patchPodLabels'; readonly life: PodLife; readonly labels: Labels }
  | { readonly kind: 'putRevision'; readonly revision: ControllerRevision }
  | { readonly kind: 'deleteRevision'; readonly key: string }
  | { readonly kind: 'writeStatus'; readonly uid: string; readonly key: string; readonly status: DaemonSetStatus };

/** Total order of tasks. */
export function taskBefore(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
}
