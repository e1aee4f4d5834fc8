import { limitsFor } from '../controller/budget.ts';
import { nodeOfPod } from '../controller/podOrder.ts';
import { templateGeneration } from '../controller/templateGeneration.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { daemonSetsAt, nodesAt, podsAt, revisionsAt, type Timeline } from '../simulation/timeline.ts';
import { codeAt } from './lanes.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { isPending } from './nodeState.ts';
import { type DaemonSetName, isNamed, isOwned } from './subject.ts';
import { downSince, progressOf, type Trouble } from './trouble.ts';
import { newestHash } from './wantedTracker.ts';

/** A node in trouble. */
export interface TroubledNode {
  readonly node: string;
  readonly trouble: Trouble;
}

/** Why a rollout does not go on. */
export interface Stall {
  /** The nodes that hold it up, those of one kind of trouble together, the most frequent kind first. */
  readonly troubled: readonly TroubledNode[];
  /** Nodes that keep an available old pod and wait. */
  readonly waiting: readonly string[];
  readonly daemonSet: DaemonSet;
  readonly budget: StallBudget | null;
}

/** The budget that the troubled nodes use up. */
export interface StallBudget {
  readonly kind: 'maxUnavailable' | 'maxSurge';
  /** As written in the manifest, or its default. */
  readonly written: number | string;
  /** In nodes. */
  readonly limit: number;
}

/** What holds up a rollout at an instant; null: there is no such DaemonSet then. */
export function stallAt(timeline: Timeline, history: NodeHistory, subject: DaemonSetName, at: Instant): Stall | null {
  const daemonSet = daemonSetsAt(timeline, at).find(one => isNamed(one, subject));
  if (daemonSet === undefined) return null;
  const hash = newestHash(revisionsAt(timeline, at).filter(revision => isOwned(revision.owner, revision.namespace, subject)));
  const nodes = new Map(nodesAt(timeline, at).map(node => [node.name, node]));
  const pods = podsByNode(podsAt(timeline, at), subject);
  const troubled: TroubledNode[] = [];
  const waiting: string[] = [];
  for (const [lane, node] of history.nodes.entries()) {
    const own = pods.get(node);
    if (!isPending(codeAt(history.lanes, lane, at)) && !isEnding(own) && !isSilent(nodes.get(node), own)) continue;
    const progress = progressOf(own ?? [], nodes.get(node) ?? null, hash, templateGeneration(daemonSet.annotations));
    if (progress.kind === 'waits') waiting.push(node);
    else troubled.push({ node, trouble: progress });
  }
  return { troubled: byFrequency(troubled), waiting, daemonSet, budget: budgetOf(daemonSet) };
}

/** A pod that is being deleted counts against the budget also on a node that should not run one. */
function isEnding(pods: readonly Pod[] | undefined): boolean {
  return pods !== undefined && pods.length > 0 && pods.every(pod => pod.deletedAt !== null);
}

/** A pod on a node that is down counts against the budget, also when the node's taints keep new ones away. */
function isSilent(node: Node | undefined, pods: readonly Pod[] | undefined): boolean {
  return node !== undefined && downSince(node) !== null && pods !== undefined && pods.length > 0;
}

function podsByNode(pods: readonly Pod[], subject: DaemonSetName): Map<string, Pod[]> {
  const found = new Map<string, Pod[]>();
  for (const pod of pods) {
    if (!isOwned(pod.owner, pod.namespace, subject)) continue;
    const known = found.get(nodeOfPod(pod));
    if (known === undefined) found.set(nodeOfPod(pod), [pod]);
    else known.push(pod);
  }
  return found;
}

function byFrequency(troubled: readonly TroubledNode[]): TroubledNode[] {
  const groups = new Map<string, TroubledNode[]>();
  for (const one of troubled) {
    const group = groups.get(one.trouble.kind);
    if (group === undefined) groups.set(one.trouble.kind, [one]);
    else group.push(one);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).flat();
}

function budgetOf(daemonSet: DaemonSet): StallBudget | null {
  const { updateStrategy: strategy } = daemonSet.spec;
  const limits = limitsFor(daemonSet.spec.updateStrategy, daemonSet.status.desiredNumberScheduled);
  if (strategy.type !== 'RollingUpdate' || limits === null || typeof limits === 'string') return null;
  if (limits.maxSurge > 0) return { kind: 'maxSurge', written: strategy.maxSurge, limit: limits.maxSurge };
  return { kind: 'maxUnavailable', written: strategy.maxUnavailable, limit: limits.maxUnavailable };
}
