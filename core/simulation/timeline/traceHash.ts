import { createFnv64, fnv64Hex, updateFnv64 } from '../../base/fnv.ts';
import { canonicalJson, type JsonValue } from '../../base/json.ts';
import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import { type ObjectMeta, objectKey } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { Version } from './version.ts';

/** The changes of a timeline, by kind. */
export interface Changes {
  readonly nodes: readonly Version<Node>[];
  readonly daemonSets: readonly Version<DaemonSet>[];
  readonly revisions: readonly Version<ControllerRevision>[];
  readonly pods: readonly Version<Pod>[];
}

/** FNV-1a 64 over the canonical lines of all changes: equal hashes, equal timelines. Computed when asked. */
export function traceHash(changes: Changes): string {
  const hashing = traceHashing(changes);
  for (;;) {
    const part = hashing.next();
    if (part.done === true) return part.value;
  }
}

/** Lines between two pauses: some milliseconds. */
const pause = 1_000;

/** The same with pauses: stop asking, and the rest is not computed. */
export function* traceHashing(changes: Changes): Generator<undefined, string> {
  const hash = createFnv64();
  let lines = 0;
  for (const line of traceLines(changes)) {
    updateFnv64(hash, `${line}\n`);
    lines += 1;
    if (lines % pause === 0) yield;
  }
  return fnv64Hex(hash);
}

/** One line a change, kind by kind: instant, kind, key, and what of the object behaviour depends on. */
export function* traceLines({ nodes, daemonSets, revisions, pods }: Changes): Generator<string> {
  yield* linesOf('Node', nodes, node => [
    node.unschedulable,
    taintsOf(node),
    node.conditions.map(({ type, status }) => `${type}=${status}`),
    node.labels,
  ]);
  yield* linesOf('DaemonSet', daemonSets, daemonSet => [daemonSet.generation, { ...daemonSet.status }, daemonSet.deletedAt]);
  yield* linesOf('ControllerRevision', revisions, revision => [revision.revision, revision.data, revision.owner?.uid ?? null]);
  yield* linesOf('Pod', pods, podFacts);
}

function* linesOf<T extends ObjectMeta>(kind: string, versions: readonly Version<T>[], facts: (object: T) => JsonValue): Generator<string> {
  for (const { at, before, after } of versions) {
    const object = after ?? before;
    if (object !== null) yield `${at} ${kind} ${objectKey(object)} ${after === null ? 'removed' : canonicalJson(facts(after))}`;
  }
}

function taintsOf(node: Node): JsonValue {
  return node.taints.map(({ key, value, effect }) => `${key}=${value}:${effect}`);
}

function podFacts(pod: Pod): JsonValue {
  const containers = pod.containerStatuses.map(status => `${status.state.kind} ${status.restartCount} ${status.ready}`);
  const ready = pod.ready === null ? null : [pod.ready.ready, pod.ready.since];
  return [pod.nodeName, pod.targetNode, pod.phase, pod.reason, ready, pod.deletedAt, pod.owner?.uid ?? null, pod.labels, containers];
}
