import type { JsonObject } from '../../base/json.ts';
import { createQueue, type PriorityQueue, push } from '../../base/priorityQueue.ts';
import { createRandom, type Random } from '../../base/random.ts';
import type { Change } from '../../controller/change.ts';
import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import { type Instant, type Millis, objectKey } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { ContainerStatus, Pod } from '../../kubernetes/objects/pod.ts';
import type { PodSpec } from '../../kubernetes/objects/podTemplate.ts';
import type { ImageBehaviour } from '../kubeletModel.ts';
import { type Observer, startInstant } from '../observer.ts';
import type { Scenario } from '../scenario.ts';
import type { Admissions } from './admissions.ts';
import { createMachine, type Machine } from './machine.ts';
import type { PodLife } from './podLife.ts';
import type { PodNeeds } from './podNeeds.ts';
import { type Request, type Task, type TaskKind, taskBefore } from './task.ts';

/** The state of the simulated cluster: what the API server stores, what the machines do, and what is still to come. Objects are changed through store.ts only. */
export interface World {
  now: Instant;
  readonly scenario: Scenario;
  readonly observer: Observer;
  readonly queue: PriorityQueue<Task>;
  readonly nodes: Map<string, Node>;
  /** The pods that are there, by namespace, then by name. */
  readonly lives: Map<string, Map<string, PodLife>>;
  /** How many pods there ever were. */
  podCount: number;
  /** By `namespace/name`; so are manifests and revisions. */
  readonly daemonSets: Map<string, DaemonSet>;
  /** `namespace/name` of each DaemonSet that ever was, by its uid. */
  readonly daemonSetKeys: Map<string, string>;
  /** The DaemonSets as JSON, defaults applied, without status: what a patch works on. */
  readonly manifests: Map<string, JsonObject>;
  readonly revisions: Map<string, ControllerRevision>;
  readonly machines: Map<string, Machine>;
  /** What is said of single images, by image. */
  readonly behaviours: Map<string, ImageBehaviour>;
  /** How manifests were judged. */
  readonly admissions: Admissions;
  /** When each place of the registry is free, the first one first; only where it has a limited number. */
  readonly registry: PriorityQueue<Instant>;
  /** By an image and a machine's list of images without it: the list with it. */
  readonly imageLists: Map<string, Map<readonly string[], readonly string[]>>;
  /** What the pods of a template ask of a node, worked out once. */
  readonly needs: Map<PodSpec, PodNeeds>;
  /** Statuses of containers that are being created, one list for all pods of a template. */
  readonly creating: Map<PodSpec, readonly ContainerStatus[]>;
  /** What new pods of a DaemonSet are made from, by its uid (newPod.ts). */
  readonly podModels: Map<string, Pod>;
  /** How many pods a namespace may have, by its name. */
  readonly quotas: Map<string, number>;
  /** Uids of DaemonSets that are deleted in the foreground and wait for their last pod. */
  readonly awaited: Set<string>;
  /** Changes that the actors and the controller have not been told yet. */
  readonly undelivered: Happened[];
  resourceVersion: number;
  uids: number;
  sequence: number;
  readonly suffixes: Random;
}

/** A change, with the life of the pod that it is about; null: it is about something else. */
export type Happened = Change & { readonly life: PodLife | null };

export function createWorld(scenario: Scenario, observer: Observer, admissions: Admissions = new WeakMap()): World {
  return {
    now: startInstant,
    scenario,
    observer,
    queue: createQueue(taskBefore),
    nodes: new Map(),
    lives: new Map(),
    podCount: 0,
    daemonSets: new Map(),
    daemonSetKeys: new Map(),
    manifests: new Map(),
    revisions: new Map(),
    machines: new Map(),
    behaviours: new Map(scenario.kubelet.kind === 'manifest' ? Object.entries(scenario.kubelet.images) : []),
    admissions,
    registry: createQueue((a, b) => a < b),
    imageLists: new Map(),
    needs: new Map(),
    creating: new Map(),
    podModels: new Map(),
    quotas: new Map(),
    awaited: new Set(),
    undelivered: [],
    resourceVersion: firstResourceVersion,
    uids: 0,
    sequence: 0,
    suffixes: createRandom(scenario.seed ^ 0x6e616d65),
  };
}

/** Puts a task about a machine or a DaemonSet into the queue, `delay` ms from now. */
export function schedule(world: World, delay: Millis, kind: TaskKind, subject: string, token = 0, detail = 0): void {
  enqueue(world, { at: world.now + delay, sequence: world.sequence++, kind, life: null, subject, token, detail, request: null });
}

/** Puts a task about a pod into the queue, `delay` ms from now. It is void for the handlers of its kind when the life's token has grown by then. */
export function scheduleFor(world: World, life: PodLife, delay: Millis, kind: TaskKind, detail = 0): void {
  const at = world.now + delay;
  enqueue(world, { at, sequence: world.sequence++, kind, life, subject: '', token: life.token, detail, request: null });
}

export function scheduleRequest(world: World, at: Instant, request: Request): void {
  enqueue(world, { at, sequence: world.sequence++, kind: 'request', life: null, subject: '', token: 0, detail: 0, request });
}

/** Puts event number `index` of the scenario into the queue: before everything else that is due at the same instant. */
export function scheduleScenarioEvent(world: World, at: Instant, index: number): void {
  const sequence = index - scenarioEvents;
  enqueue(world, { at, sequence, kind: 'scenario', life: null, subject: '', token: 0, detail: index, request: null });
}

/** More than a scenario has events. */
const scenarioEvents = 1_000_000_000;

function enqueue(world: World, task: Task): void {
  push(world.queue, task);
}

/** The machine of that name; there is one for every name that ever was a node or that a pod is bound or pinned to. */
export function machineOf(world: World, name: string): Machine {
  let machine = world.machines.get(name);
  if (machine === undefined) {
    machine = createMachine(name);
    world.machines.set(name, machine);
  }
  return machine;
}

/** The lives of all pods that are there, in the order of their creation. */
export function livesOf(world: World): readonly PodLife[] {
  const lists = Array.from(world.lives.values(), named => [...named.values()]);
  const [first = [], ...others] = lists;
  return others.length === 0 ? first : lists.flat().sort((a, b) => a.number - b.number);
}

/** All pods that are there, in the order of their creation. */
export function podsOf(world: World): readonly Pod[] {
  return livesOf(world).map(life => life.pod);
}

/** The life of the pod of that name, or undefined. */
export function lifeNamed(world: World, namespace: string, name: string): PodLife | undefined {
  return world.lives.get(namespace)?.get(name);
}

/** `namespace/name` of a DaemonSet, put together once. */
export function daemonSetKey(world: World, daemonSet: DaemonSet): string {
  const known = world.daemonSetKeys.get(daemonSet.uid);
  if (known !== undefined) return known;
  const key = objectKey(daemonSet);
  world.daemonSetKeys.set(daemonSet.uid, key);
  return key;
}

export function nextUid(world: World): string {
  return uidOf(++world.uids);
}

/** The uid of the object that is made as number `number` of a world. */
export function uidOf(number: number): string {
  return `uid-${number}`;
}

/** What the first object of a world counts on from. */
export const firstResourceVersion = 1000;

export function nextResourceVersion(world: World): number {
  return ++world.resourceVersion;
}

/** An instant as the API keeps it: cut to whole seconds. */
export function wholeSeconds(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}
