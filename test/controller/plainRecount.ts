import type { ControllerProfile } from '../../core/controller/profile.ts';
import { scaledValue } from '../../core/kubernetes/intOrPercent.ts';
import { requiredAffinityMatches } from '../../core/kubernetes/nodeAffinity.ts';
import type { DaemonSet } from '../../core/kubernetes/objects/daemonSet.ts';
import type { Node } from '../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../core/kubernetes/objects/pod.ts';
import { matchesSelector } from '../../core/kubernetes/selector.ts';
import { daemonPodTolerations, tolerates } from '../../core/kubernetes/taints.ts';

/**
 * The oracle: everything a sync needs to know, counted anew from all nodes and pods in the plain way of Kubernetes' loops. It shares no
 * code with the controller's own bookkeeping beyond the comparison of single taints, labels and percentages.
 */
export interface Recount {
  readonly desired: number;
  readonly current: number;
  readonly ready: number;
  readonly updated: number;
  readonly available: number;
  readonly misscheduled: number;
  readonly counted: number;
  readonly surgeAvailable: number;
  readonly lookupFailures: number;
  /** Node names, sorted. */
  readonly creates: readonly string[];
  /** Names of pods that manage deletes for sure (of failed pods, only those of nodes with one), sorted. */
  readonly deletes: readonly string[];
  /** Candidates of the rolling step: `kind node`, sorted. */
  readonly candidates: readonly string[];
}

interface Input {
  readonly daemonSet: DaemonSet;
  readonly hash: string;
  readonly nodes: readonly Node[];
  readonly pods: readonly Pod[];
  readonly profile: ControllerProfile;
  /** Whether failed pods of the node are in back-off. */
  readonly heldBack: (node: string) => boolean;
  readonly now: number;
}

export function plainRecount(input: Input): Recount {
  const { daemonSet, now, profile } = input;
  const minReady = daemonSet.spec.minReadySeconds * 1000;
  const available = (pod: Pod): boolean => {
    if (pod.ready?.ready !== true) return false;
    if (minReady === 0) return true;
    const due = pod.ready.since + minReady;
    return profile.availableAtBoundary ? due <= now : due < now;
  };
  const generation = daemonSet.annotations['deprecated.daemonset.template.generation'];
  const updated = (pod: Pod): boolean =>
    (input.hash !== '' && pod.labels['controller-revision-hash'] === input.hash) ||
    (generation !== undefined && /^\d+$/.test(generation) && pod.labels['pod-template-generation'] === String(BigInt(generation)));
  const byNode = podsByNode(input);
  const status = countStatus(input, byNode, available, updated);
  return { ...status, ...manageAll(input, byNode, available), ...rollAll(input, byNode, status.desired, available, updated) };
}

function podsByNode({ daemonSet, pods }: Input): Map<string, Pod[]> {
  const byNode = new Map<string, Pod[]>();
  for (const pod of pods) {
    if (pod.namespace !== daemonSet.namespace || !matchesSelector(daemonSet.spec.selector, pod.labels)) continue;
    if (pod.owner === null ? pod.deletedAt !== null : pod.owner.uid !== daemonSet.uid) continue;
    if (pod.deletedAt !== null && (pod.phase === 'Failed' || pod.phase === 'Succeeded')) continue;
    const name = pod.nodeName || pod.targetNode;
    if (name === '') continue;
    const list = byNode.get(name);
    if (list === undefined) byNode.set(name, [pod]);
    else list.push(pod);
  }
  return byNode;
}

function judge(node: Node, daemonSet: DaemonSet): { readonly run: boolean; readonly stay: boolean } {
  const { spec } = daemonSet.spec.template;
  if (spec.nodeName !== '' && spec.nodeName !== node.name) return { run: false, stay: false };
  for (const [key, value] of Object.entries(spec.nodeSelector)) if (node.labels[key] !== value) return { run: false, stay: false };
  if (spec.requiredNodeAffinity !== null && !requiredAffinityMatches(spec.requiredNodeAffinity, node)) return { run: false, stay: false };
  const tolerations = daemonPodTolerations(spec);
  const open = node.taints.filter(
    taint => taint.effect !== 'PreferNoSchedule' && !tolerations.some(toleration => tolerates(toleration, taint)),
  );
  return { run: open.length === 0, stay: !open.some(({ effect }) => effect === 'NoExecute') };
}

function byAge(a: Pod, b: Pod): number {
  if ((a.nodeName === '') !== (b.nodeName === '')) return a.nodeName === '' ? 1 : -1;
  return a.createdAt - b.createdAt || (a.name < b.name ? -1 : 1);
}

type Predicate = (pod: Pod) => boolean;
type Status = Pick<Recount, 'desired' | 'current' | 'ready' | 'updated' | 'available' | 'misscheduled'>;

function countStatus({ nodes, daemonSet }: Input, byNode: Map<string, Pod[]>, available: Predicate, updated: Predicate): Status {
  const counts = { desired: 0, current: 0, ready: 0, updated: 0, available: 0, misscheduled: 0 };
  for (const node of nodes) {
    const pods = [...(byNode.get(node.name) ?? [])].sort(byAge);
    const first = pods[0];
    if (!judge(node, daemonSet).run) {
      if (first !== undefined) counts.misscheduled++;
      continue;
    }
    counts.desired++;
    if (first === undefined) continue;
    counts.current++;
    if (first.ready?.ready === true) counts.ready++;
    if (available(first)) counts.available++;
    if (updated(first)) counts.updated++;
  }
  return counts;
}

function surges(daemonSet: DaemonSet, nodes: number): boolean {
  const strategy = daemonSet.spec.updateStrategy;
  return strategy.type === 'RollingUpdate' && (scaledValue(strategy.maxSurge, nodes, 'up') ?? 0) > 0;
}

function manageAll(input: Input, byNode: Map<string, Pod[]>, available: Predicate): Pick<Recount, 'creates' | 'deletes'> {
  const creates: string[] = [];
  const deletes: Pod[] = [];
  const exists = new Set(input.nodes.map(({ name }) => name));
  for (const node of input.nodes) manageNode(input, node, byNode.get(node.name) ?? [], available, creates, deletes);
  for (const [name, pods] of byNode) if (!exists.has(name)) deletes.push(...pods.filter(({ nodeName }) => nodeName === ''));
  return { creates: creates.sort(), deletes: deletes.map(({ name }) => name).sort() };
}

function manageNode(input: Input, node: Node, pods: readonly Pod[], available: Predicate, creates: string[], deletes: Pod[]): void {
  const { run, stay } = judge(node, input.daemonSet);
  if (run && pods.length === 0) creates.push(node.name);
  else if (!stay) deletes.push(...pods.filter(({ deletedAt }) => deletedAt === null));
  else {
    const alive = pods.filter(({ deletedAt }) => deletedAt === null);
    const failed = alive.filter(({ phase }) => phase === 'Failed');
    if (failed.length === 1 && !input.heldBack(node.name)) deletes.push(...failed);
    deletes.push(...alive.filter(({ phase }) => phase === 'Succeeded'));
    const running = alive.filter(({ phase }) => phase !== 'Failed' && phase !== 'Succeeded').sort(byAge);
    if (!surges(input.daemonSet, 1)) deletes.push(...running.slice(1));
    else if (running.length === 0 && pods.length > 0 && run) creates.push(node.name);
    else if (running.length > 1) deletes.push(...surplusOfSurge(input, running, available));
  }
}

function surplusOfSurge(input: Input, running: readonly Pod[], available: Predicate): readonly Pod[] {
  const isNew = (pod: Pod): boolean => (pod.labels['controller-revision-hash'] ?? '') === input.hash;
  const [newPod, ...moreNew] = running.filter(isNew);
  const [oldPod, ...moreOld] = running.filter(pod => !isNew(pod));
  const more = [...moreNew, ...moreOld];
  if (newPod === undefined || oldPod === undefined) return more;
  return oldPod.ready?.ready !== true || available(newPod) ? [...more, oldPod] : more;
}

type Rolled = Pick<Recount, 'counted' | 'surgeAvailable' | 'lookupFailures' | 'candidates'>;

function rollAll(input: Input, byNode: Map<string, Pod[]>, desired: number, available: Predicate, updated: Predicate): Rolled {
  const strategy = input.daemonSet.spec.updateStrategy;
  const nothing = { counted: 0, surgeAvailable: 0, lookupFailures: 0, candidates: [] };
  if (strategy.type !== 'RollingUpdate') return nothing;
  if (scaledValue(strategy.maxUnavailable, desired, 'up') === null || scaledValue(strategy.maxSurge, desired, 'up') === null)
    return nothing;
  const entries = new Map(byNode);
  const nodes = new Map(input.nodes.map(node => [node.name, node]));
  for (const node of input.nodes) if (judge(node, input.daemonSet).run && !entries.has(node.name)) entries.set(node.name, []);
  const result = { counted: 0, surgeAvailable: 0, lookupFailures: 0, candidates: [] as string[] };
  const surging = scaledValue(strategy.maxSurge, desired, 'up') !== 0;
  for (const [name, pods] of entries) {
    const alive = pods.filter(({ deletedAt }) => deletedAt === null);
    const fresh = alive.filter(updated);
    const stale = alive.filter(pod => !updated(pod));
    if (fresh.length > 1 || stale.length > 1) result.counted++;
    else if (surging) surgeNode(input, name, nodes.get(name), fresh[0], stale[0], available, result);
    else replaceNode(input, name, fresh[0], stale[0], available, result);
  }
  result.candidates.sort();
  return result;
}

type Counting = { counted: number; surgeAvailable: number; lookupFailures: number; candidates: string[] };

function replaceNode(
  input: Input,
  name: string,
  fresh: Pod | undefined,
  stale: Pod | undefined,
  available: Predicate,
  result: Counting,
): void {
  if ((fresh === undefined) === (stale === undefined)) result.counted++;
  else if (fresh !== undefined) result.counted += available(fresh) ? 0 : 1;
  else if (stale !== undefined && available(stale)) result.candidates.push(`replace ${name}`);
  else {
    result.candidates.push(`replaceNow ${name}`);
    if (input.profile.unavailableOldPodsCount) result.counted++;
  }
}

function surgeNode(
  input: Input,
  name: string,
  node: Node | undefined,
  fresh: Pod | undefined,
  stale: Pod | undefined,
  available: Predicate,
  result: Counting,
): void {
  const counts = stale ?? fresh;
  if (counts !== undefined && available(counts)) result.surgeAvailable++;
  if (stale === undefined) return;
  if (fresh !== undefined) {
    if (available(fresh)) result.candidates.push(`dropOld ${name}`);
    else result.counted++;
    return;
  }
  if (node === undefined) {
    result.lookupFailures++;
    return;
  }
  const { run } = judge(node, input.daemonSet);
  if (available(stale)) result.candidates.push(`${run ? 'surge' : 'sunset'} ${name}`);
  else result.candidates.push(`${run ? 'surgeNow' : 'dropOld'} ${name}`);
}
