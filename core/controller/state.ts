import type { Random } from '../base/random.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Backoff } from './backoff.ts';
import type { Expectations } from './expectations.ts';
import type { ControllerProfile } from './profile.ts';
import type { View } from './view.ts';
import { createWorkQueue, type WorkQueue } from './workQueue.ts';

/** The DaemonSet controller: its caches, expectations, back-offs and work queue. Others read and change it only through controller.ts. */
export interface Controller {
  readonly profile: ControllerProfile;
  /** Decides what Kubernetes leaves to the order of a Go map. */
  readonly random: Random;
  readonly nodes: Map<string, Node>;
  /** Pods without an owner whose view we have, by namespace, then by name; all others are in their owner's view. */
  readonly otherPods: Map<string, Map<string, Pod>>;
  /** By namespace, then by name. */
  readonly revisions: Map<string, Map<string, ControllerRevision>>;
  /** Grows with every change of a revision. */
  revisionsVersion: number;
  /** By `namespace/name`. */
  readonly views: Map<string, View>;
  readonly viewsByUid: Map<string, View>;
  readonly expectations: Expectations;
  readonly backoff: Backoff;
  readonly queue: WorkQueue;
  /** Names of nodes whose event has not been looked at yet, with the instant of the event. */
  readonly nodeQueue: Map<string, Instant>;
}

/** A controller with empty caches. */
export function createController(profile: ControllerProfile, random: Random): Controller {
  return {
    profile,
    random,
    nodes: new Map(),
    otherPods: new Map(),
    revisions: new Map(),
    revisionsVersion: 0,
    views: new Map(),
    viewsByUid: new Map(),
    expectations: new Map(),
    backoff: new Map(),
    queue: createWorkQueue(),
    nodeQueue: new Map(),
  };
}

/** The inner map of a namespace, made when it is missing. */
export function namespaceOf<T>(map: Map<string, Map<string, T>>, namespace: string): Map<string, T> {
  const known = map.get(namespace);
  if (known !== undefined) return known;
  const made = new Map<string, T>();
  map.set(namespace, made);
  return made;
}
