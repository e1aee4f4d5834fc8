import assert from 'node:assert/strict';
import { createRandom } from '../../../core/base/random.ts';
import type { ApiError, ApiResult, ControllerApi } from '../../../core/controller/api.ts';
import { type Controller, createController, observe, runSync } from '../../../core/controller/controller.ts';
import { controllerProfile } from '../../../core/controller/profile.ts';
import type { SyncReport } from '../../../core/controller/syncReport.ts';
import { enqueue, takeKey } from '../../../core/controller/workQueue.ts';
import type { ControllerRevision } from '../../../core/kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../../core/kubernetes/objects/daemonSet.ts';
import { objectKey } from '../../../core/kubernetes/objects/meta.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import { pod as makePod } from './objects.ts';

/**
 * The harness of the upstream unit tests: no kubelet, no delays. A created pod is in the caches at once and counts as seen, so that manage and
 * the rolling step can both run in one sync. A pod that the controller made vanishes at once when it is deleted; deleting one that was put there by
 * hand counts, but fails and leaves it. Events of the pod control (SuccessfulCreate, SuccessfulDelete …) are not counted.
 */
export interface Bench {
  readonly controller: Controller;
  readonly pods: Map<string, Pod>;
  now: number;
  daemonSet: DaemonSet;
  faults: Faults;
  /** Node of each create call since the last sync began. */
  readonly createdOn: string[];
  createCalls: number;
  deleteCalls: number;
  readonly events: string[];
  statusWrites: number;
  daemonSetReads: number;
}

export interface Faults {
  readonly createsAllowed?: number;
  readonly statusErrors?: number;
  readonly readError?: boolean;
  /** The live DaemonSet is being deleted. */
  readonly liveDeleting?: boolean;
}

export function bench(daemonSet: DaemonSet, nodes: readonly Node[], pods: readonly Pod[] = []): Bench {
  const controller = createController({ ...controllerProfile('1.36'), staleCacheGuard: false }, createRandom(1));
  const made: Bench = {
    controller,
    pods: new Map(),
    now: 0,
    daemonSet,
    faults: {},
    createdOn: [],
    createCalls: 0,
    deleteCalls: 0,
    events: [],
    statusWrites: 0,
    daemonSetReads: 0,
  };
  for (const node of nodes) observe(controller, { kind: 'Node', before: null, after: node }, 0);
  observe(controller, { kind: 'DaemonSet', before: null, after: daemonSet }, 0);
  for (const pod of pods) put(made, pod);
  return made;
}

/** Adds a pod, or puts its next version into the caches. */
export function put(bench: Bench, pod: Pod): void {
  const before = bench.pods.get(pod.name) ?? null;
  const after = { ...pod, resourceVersion: (before?.resourceVersion ?? 0) + 1 };
  bench.pods.set(pod.name, after);
  observe(bench.controller, { kind: 'Pod', before, after }, bench.now);
}

/** Changes the DaemonSet; a new generation. */
export function edit(bench: Bench, change: (daemonSet: DaemonSet) => DaemonSet): void {
  const before = bench.daemonSet;
  bench.daemonSet = { ...change(before), generation: before.generation + 1, resourceVersion: before.resourceVersion + 1 };
  observe(bench.controller, { kind: 'DaemonSet', before, after: bench.daemonSet }, bench.now);
}

/** Marks pods as Ready, all or those that `which` picks. */
export function markReady(bench: Bench, which: (pod: Pod) => boolean = () => true): void {
  for (const pod of [...bench.pods.values()]) {
    if (which(pod) && pod.ready?.ready !== true) put(bench, { ...pod, ready: { ready: true, since: bench.now } });
  }
}

/** One sync of the DaemonSet; then expectations are forgotten, as upstream's clearExpectations does. */
export function sync(bench: Bench): SyncReport {
  bench.createdOn.length = 0;
  bench.createCalls = 0;
  bench.deleteCalls = 0;
  bench.events.length = 0;
  bench.statusWrites = 0;
  bench.daemonSetReads = 0;
  const key = objectKey(bench.daemonSet);
  takeEverything(bench);
  enqueue(bench.controller.queue, key, bench.now);
  const report = runSync(bench.controller, apiOf(bench), bench.now);
  assert.ok(report !== null);
  return report;
}

/** Empties the work queue. */
function takeEverything(bench: Bench): void {
  while (takeKey(bench.controller.queue, bench.now) !== null);
}

export function clearExpectations(bench: Bench): void {
  bench.controller.expectations.clear();
}

/** One sync, and what it must have done: creates, deletes, counted events. */
export function expectSync(bench: Bench, creates: number, deletes: number, events = 0): SyncReport {
  const report = sync(bench);
  assert.deepEqual(
    { creates: bench.createdOn.length, deletes: bench.deleteCalls, events: bench.events.length },
    { creates, deletes, events },
    JSON.stringify(report),
  );
  clearExpectations(bench);
  return report;
}

function apiOf(bench: Bench): ControllerApi {
  return {
    createPod(asked) {
      bench.createCalls++;
      if (bench.createdOn.length >= (bench.faults.createsAllowed ?? Number.POSITIVE_INFINITY))
        return refuse({ kind: 'Failed', message: 'no more' });
      bench.createdOn.push(asked.targetNode);
      const pod = {
        ...makePod(asked.daemonSet, '', { target: asked.targetNode, labels: asked.labels, createdAt: bench.now }),
        labels: asked.labels,
      };
      put(bench, { ...pod, name: `made-${pod.name}`, uid: `made-${pod.uid}` });
      return answer(pod);
    },
    deletePod(pod) {
      bench.deleteCalls++;
      if (!pod.name.startsWith('made-')) return refuse({ kind: 'Failed', message: 'not one of the fake ones' });
      remove(bench, pod.name);
      return answer(null);
    },
    patchPodOwner(pod, owner) {
      put(bench, { ...(bench.pods.get(pod.name) ?? pod), owner });
      return answer(null);
    },
    patchPodLabels: () => answer(null),
    createRevision(revision) {
      return answer(keepRevision(bench, null, revision));
    },
    updateRevision(revision) {
      const before = bench.controller.revisions.get(revision.namespace)?.get(revision.name) ?? null;
      return answer(keepRevision(bench, before, revision));
    },
    patchRevisionOwner: () => answer(null),
    deleteRevision(revision) {
      observe(bench.controller, { kind: 'ControllerRevision', before: revision, after: null }, bench.now);
      return answer(null);
    },
    getDaemonSet() {
      bench.daemonSetReads++;
      if (bench.faults.readError === true) return refuse({ kind: 'Failed', message: 'read error' });
      return answer({ ...bench.daemonSet, deletedAt: bench.faults.liveDeleting === true ? 0 : bench.daemonSet.deletedAt });
    },
    getRevision: () => refuse({ kind: 'NotFound' }),
    updateDaemonSetStatus(asked, status) {
      bench.statusWrites++;
      if (bench.statusWrites <= (bench.faults.statusErrors ?? 0)) return refuse({ kind: 'Failed', message: 'status error' });
      const before = bench.daemonSet;
      bench.daemonSet = { ...before, status, resourceVersion: before.resourceVersion + 1 };
      observe(bench.controller, { kind: 'DaemonSet', before, after: bench.daemonSet }, bench.now);
      return answer({ ...asked, status });
    },
    wantsEvents: true,
    emitEvent(event) {
      if (!['SuccessfulCreate', 'SuccessfulDelete', 'FailedCreate', 'FailedDelete'].includes(event.reason)) bench.events.push(event.reason);
    },
  };
}

function remove(bench: Bench, name: string): void {
  const before = bench.pods.get(name);
  if (before === undefined) return;
  bench.pods.delete(name);
  observe(bench.controller, { kind: 'Pod', before, after: null }, bench.now);
}

function keepRevision(bench: Bench, before: ControllerRevision | null, revision: ControllerRevision): ControllerRevision {
  const after = { ...revision, resourceVersion: (before?.resourceVersion ?? 0) + 1 };
  observe(bench.controller, { kind: 'ControllerRevision', before, after }, bench.now);
  return after;
}

function answer<T>(value: T): ApiResult<T> {
  return { ok: true, value };
}

function refuse(error: ApiError): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error };
}
