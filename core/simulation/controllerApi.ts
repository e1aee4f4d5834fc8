import type { ApiResult, ControllerApi, NewPod } from '../controller/api.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet, DaemonSetStatus } from '../kubernetes/objects/daemonSet.ts';
import { type Instant, objectKey } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { admitRequest, type ClientLimit } from './clientLimit.ts';
import { exceededQuota } from './world/exceededQuota.ts';
import { newPod } from './world/newPod.ts';
import type { PodLife } from './world/podLife.ts';
import { carryOut } from './world/requests.ts';
import type { Request } from './world/task.ts';
import { daemonSetKey, lifeNamed, nextResourceVersion, nextUid, scheduleRequest, type World, wholeSeconds } from './world/world.ts';

/** What the controller's client has sent in the running sync. */
export interface Client {
  readonly limit: ClientLimit;
  /** When the last request goes out: until then the controller waits for its client. */
  busyUntil: Instant;
}

/**
 * The API server as the controller sees it.
 *
 * Assumptions: requests of one sync go out one after the other as the client's limit lets them; the answer to each is what the state at its sending says.
 * Invariants: a request that has to wait takes effect at its turn, not before; what it changes reaches the controller only after the sync.
 */
export function controllerApi(world: World, client: Client): ControllerApi {
  const send = (request: Request): void => {
    const at = admitRequest(client.limit, world.now);
    if (at <= world.now) carryOut(world, request);
    else {
      client.busyUntil = at;
      scheduleRequest(world, at, request);
    }
  };
  return {
    createPod: pod => createPod(world, send, pod),
    deletePod: pod => onPod(world, pod, life => send({ kind: 'deletePod', life })),
    patchPodOwner: (pod, owner) => onPod(world, pod, life => send({ kind: 'patchPodOwner', life, owner })),
    patchPodLabels: (pod, labels) => onPod(world, pod, life => send({ kind: 'patchPodLabels', life, labels })),
    createRevision: revision => createRevision(world, send, revision),
    updateRevision: revision => onRevision(world, revision, () => putNext(world, send, revision)),
    patchRevisionOwner: (revision, owner) =>
      onRevision(world, revision, () => {
        putNext(world, send, { ...revision, owner });
        return null;
      }),
    deleteRevision: revision =>
      onRevision(world, revision, () => {
        send({ kind: 'deleteRevision', key: objectKey(revision) });
        return null;
      }),
    getDaemonSet: (namespace, name) => found(world.daemonSets.get(objectKey({ namespace, name }))),
    getRevision: (namespace, name) => found(world.revisions.get(objectKey({ namespace, name }))),
    updateDaemonSetStatus: (daemonSet, status) => updateStatus(world, send, daemonSet, status),
    wantsEvents: world.observer.wantsEvents,
    emitEvent: event => world.observer.emitted(event),
  };
}

type Send = (request: Request) => void;

function found<T>(object: T | undefined): ApiResult<T> {
  return object === undefined ? notFound : { ok: true, value: object };
}

function createPod(world: World, send: Send, asked: NewPod): ApiResult<Pod> {
  const pod = newPod(world, asked);
  const forbidden = exceededQuota(world, pod);
  if (forbidden !== null) return { ok: false, error: { kind: 'Forbidden', message: forbidden } };
  send({ kind: 'createPod', pod });
  return { ok: true, value: pod };
}

function onPod(world: World, pod: Pod, act: (life: PodLife) => void): ApiResult<null> {
  const life = lifeNamed(world, pod.namespace, pod.name);
  if (life === undefined || life.pod.uid !== pod.uid) return notFound;
  act(life);
  return done;
}

const notFound: ApiResult<never> = { ok: false, error: { kind: 'NotFound' } };
const done: ApiResult<null> = { ok: true, value: null };

function createRevision(world: World, send: Send, revision: ControllerRevision): ApiResult<ControllerRevision> {
  if (world.revisions.has(objectKey(revision))) return { ok: false, error: { kind: 'AlreadyExists' } };
  return { ok: true, value: putNext(world, send, { ...revision, uid: nextUid(world), createdAt: wholeSeconds(world.now) }) };
}

function onRevision<T>(world: World, revision: ControllerRevision, act: () => T): ApiResult<T> {
  if (!world.revisions.has(objectKey(revision))) return notFound;
  return { ok: true, value: act() };
}

function putNext(world: World, send: Send, revision: ControllerRevision): ControllerRevision {
  const next = { ...revision, resourceVersion: nextResourceVersion(world) };
  send({ kind: 'putRevision', revision: next });
  return next;
}

/** Refused with a conflict when it was worked out from another version than the stored one. */
function updateStatus(world: World, send: Send, daemonSet: DaemonSet, status: DaemonSetStatus): ApiResult<DaemonSet> {
  const key = daemonSetKey(world, daemonSet);
  const stored = world.daemonSets.get(key);
  if (stored === undefined || stored.uid !== daemonSet.uid) return notFound;
  if (stored.resourceVersion !== daemonSet.resourceVersion) return { ok: false, error: { kind: 'Conflict' } };
  send({ kind: 'writeStatus', uid: daemonSet.uid, key, status });
  return { ok: true, value: world.daemonSets.get(key) ?? stored };
}
