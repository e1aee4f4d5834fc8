import { availableFrom } from '../controller/availability.ts';
import { placeOn } from '../controller/placement.ts';
import { nodeOfPod } from '../controller/podOrder.ts';
import { controllerProfile } from '../controller/profile.ts';
import type { PlacementReason } from '../controller/reasons.ts';
import { isUpdated, templateGeneration } from '../controller/templateGeneration.ts';
import type { NodeHistory } from '../forecast/nodeHistory.ts';
import { type DaemonSetName, isNamed, isOwned } from '../forecast/subject.ts';
import { newestHash } from '../forecast/wantedTracker.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';
import { daemonSetsAt, nodesAt, podsAt, revisionsAt, type Timeline } from '../simulation/timeline.ts';
import { en, type Words } from './words/en.ts';

/** One pod of the DaemonSet at an instant. */
export interface PodMoment {
  readonly pod: Pod;
  readonly updated: boolean;
  /** From when on it is available; null: it is not Ready. */
  readonly availableFrom: Instant | null;
}

/** What the objects of one instant say of a node and the DaemonSet's pods on it. */
export interface NodeMoment {
  readonly name: string;
  readonly node: Node | null;
  readonly because: PlacementReason | null;
  /** The pod one looks at first comes first: a live new one, a live old one, an ending one. */
  readonly pods: readonly PodMoment[];
}

/** The world at an instant, as far as texts about nodes depend on it. */
export interface Moment {
  readonly at: Instant;
  readonly daemonSet: DaemonSet | null;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly pods: ReadonlyMap<string, readonly Pod[]>;
  readonly hash: string;
  readonly availableAtBoundary: boolean;
  /** The language of texts about it. */
  readonly words: Words;
  /** When pods that are being deleted will be gone, by uid. */
  readonly removedAt: ReadonlyMap<string, Instant>;
}

/** Gathers the objects of an instant. O(objects). */
export function momentAt(timeline: Timeline, history: NodeHistory, subject: DaemonSetName, at: Instant, words: Words = en): Moment {
  const pods = new Map<string, Pod[]>();
  for (const pod of podsAt(timeline, at)) {
    if (!isOwned(pod.owner, pod.namespace, subject)) continue;
    const known = pods.get(nodeOfPod(pod));
    if (known === undefined) pods.set(nodeOfPod(pod), [pod]);
    else known.push(pod);
  }
  return {
    at,
    daemonSet: daemonSetsAt(timeline, at).find(one => isNamed(one, subject)) ?? null,
    nodes: new Map(nodesAt(timeline, at).map(node => [node.name, node])),
    pods,
    hash: newestHash(revisionsAt(timeline, at).filter(revision => isOwned(revision.owner, revision.namespace, subject))),
    words,
    removedAt: history.removedAt,
    availableAtBoundary: controllerProfile(timeline.scenario.kubernetesVersion).availableAtBoundary,
  };
}

/** One node at the instant. */
export function nodeMoment(moment: Moment, name: string): NodeMoment {
  const node = moment.nodes.get(name) ?? null;
  const spec = moment.daemonSet?.spec.template.spec;
  const because = node === null || spec === undefined ? null : placeOn(node, spec, daemonPodTolerations(spec)).because;
  const pods = (moment.pods.get(name) ?? []).map(pod => podMoment(moment, pod)).sort((a, b) => rank(a) - rank(b));
  return { name, node, because, pods };
}

function podMoment({ daemonSet, hash, availableAtBoundary }: Moment, pod: Pod): PodMoment {
  return {
    pod,
    updated: isUpdated(pod, hash, daemonSet === null ? null : templateGeneration(daemonSet.annotations)),
    availableFrom: availableFrom(pod, (daemonSet?.spec.minReadySeconds ?? 0) * 1000, availableAtBoundary),
  };
}

function rank({ pod, updated }: PodMoment): number {
  return (pod.deletedAt === null ? 0 : 2) + (updated ? 0 : 1);
}
