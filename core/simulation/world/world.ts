import type { JsonObject } from '../../base/json.ts';
import { createQueue, type PriorityQueue, push } from '../../base/priorityQueue.ts';
import { createRandom, type Random } from '../../base/random.ts';
import type { Change } from '../../controller/change.ts';
import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import type { ControllerRef, Instant, Millis } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { ContainerStatus, Pod } from '../../kubernetes/objects/pod.ts';
import type { PodSpec, Toleration } from '../../kubernetes/objects/podTemplate.ts';
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
  /** By uid; so are pod lives. */
  readonly pods: Map<string, Pod>;
  readonly lives: Map<string, PodLife>;
  /** `namespace/name` → uid. */
  readonly podUids: Map<string, string>;
  /** By `namespace/name`; so are manifests and revisions. */
  readonly daemonSets: Map<string, DaemonSet>;
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
  /** Which machines have an image, by image. */
  readonly images: Map<string, Set<string>>;
  /** What the pods of a template ask of a node, worked out once. */
  readonly needs: Map<PodSpec, PodNeeds>;
  /** Statuses of containers that are being created, one list for all pods of a template. */
  readonly creating: Map<PodSpec, readonly ContainerStatus[]>;
  /** What all pods of a DaemonSet, or of a template, share. */
  readonly owners: Map<string, ControllerRef>;
  readonly tolerations: Map<PodSpec, readonly Toleration[]>;
  /** How many pods a namespace may have, by its name. */
  readonly quotas: Map<string, number>;
  /** Uids of DaemonSets that are deleted in the foreground and wait for their last pod. */
  readonly awaited: Set<string>;
  /** Changes that the actors and the controller have not been told yet. */
  undelivered: Change[];
  resourceVersion: number;
  uids: number;
  sequence: number;
  readonly names: Random;
}

export function createWorld(scenario: Scenario, observer: Observer, admissions: Admissions = new WeakMap()): World {
  return {
    now: startInstant,
    scenario,
    observer,
    queue: createQueue(taskBefore),
    nodes: new Map(),
    pods: new Map(),
    lives: new Map(),
    podUids: new Map(),
    daemonSets: new Map(),
    manifests: new Map(),
    revisions: new Map(),
    machines: new Map(),
    behaviours: new Map(scenario.kubelet.kind === 'manifest' ? Object.entries(scenario.kubelet.images) : []),
    admissions,
    registry: createQueue((a, b) => a < b),
    images: new Map(),
    needs: new Map(),
    creating: new Map(),
    owners: new Map(),
    tolerations: new Map(),
    quotas: new Map(),
    awaited: new Set(),
    undelivered: [],
    resourceVersion: 1000,
    uids: 0,
    sequence: 0,
    names: createRandom(scenario.seed ^ 0x6e616d65),
  };
}

/** Tasks of one instant: the scenario's events first, then everything else. */
const priorities: Readonly<Record<'scenario' | 'other', number>> = { scenario: 0, other: 1 };

/** Puts a task `delay` ms from now into the queue. */
export function schedule(world: World, delay: Millis, kind: TaskKind, subject: string, token = 0, detail = 0): void {
  enqueue(world, world.now + delay, kind, subject, token, detail, null);
}

export function scheduleRequest(world: World, at: Instant, request: Request): void {
  enqueue(world, at, 'request', '', 0, 0, request);
}

/** Puts event number `index` of the scenario into the queue. */
export function scheduleScenarioEvent(world: World, at: Instant, index: number): void {
  push(world.queue, {
    at,
    priority: priorities.scenario,
    sequence: index,
    kind: 'scenario',
    subject: '',
    token: 0,
    detail: index,
    request: null,
  });
}

function enqueue(world: World, at: Instant, kind: TaskKind, subject: string, token: number, detail: number, request: Request | null): void {
  push(world.queue, { at, priority: priorities.other, sequence: world.sequence++, kind, subject, token, detail, request });
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

/** What scheduler and kubelet remember of a pod; begun when first asked for. */
export function lifeOf(world: World, uid: string): PodLife {
  let life = world.lives.get(uid);
  if (life === undefined) {
    life = { token: 0, attempts: 0, lastAttempt: 0, containers: [] };
    world.lives.set(uid, life);
  }
  return life;
}

export function nextUid(world: World): string {
  return `uid-${++world.uids}`;
}

export function nextResourceVersion(world: World): number {
  return ++world.resourceVersion;
}

/** An instant as the API keeps it: cut to whole seconds. */
export function wholeSeconds(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}
