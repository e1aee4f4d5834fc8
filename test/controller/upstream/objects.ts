import { revisionHash } from '../../../core/controller/revisionData.ts';
import { revisionHashLabel } from '../../../core/controller/templateGeneration.ts';
import { type DaemonSet, emptyDaemonSetStatus, type UpdateStrategy } from '../../../core/kubernetes/objects/daemonSet.ts';
import type { Labels, ObjectMeta } from '../../../core/kubernetes/objects/meta.ts';
import type { Node, Taint, TaintEffect } from '../../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import type { PodSpec, PodTemplate } from '../../../core/kubernetes/objects/podTemplate.ts';

/** The objects of the upstream test files, in the words of our own model. */

export const l1: Labels = { name: 'simple-daemon', type: 'production' };
export const l2: Labels = { name: 'simple-daemon', type: 'test' };
export const n1: Labels = { color: 'blue', speed: 'fast' };
export const n2: Labels = { color: 'red', speed: 'fast' };

export const onDelete: UpdateStrategy = { type: 'OnDelete' };
export const rolling = (maxUnavailable: number | string): UpdateStrategy => ({ type: 'RollingUpdate', maxUnavailable, maxSurge: 0 });
export const surging = (maxSurge: number | string): UpdateStrategy => ({ type: 'RollingUpdate', maxUnavailable: 0, maxSurge });

const meta: ObjectMeta = {
  namespace: 'default',
  name: '',
  uid: '',
  labels: {},
  annotations: {},
  createdAt: 0,
  deletedAt: null,
  owner: null,
  resourceVersion: 1,
};

const plainSpec: PodSpec = {
  nodeName: '',
  nodeSelector: {},
  requiredNodeAffinity: null,
  tolerations: [],
  hostNetwork: false,
  priorityClassName: '',
  priority: 0,
  terminationGracePeriodSeconds: 30,
  initContainers: [],
  containers: [],
  readinessGates: [],
};

export function template(spec: Partial<PodSpec> = {}, image = 'foo/bar'): PodTemplate {
  const whole = { ...plainSpec, ...spec };
  return {
    labels: l1,
    annotations: {},
    spec: whole,
    json: { metadata: { labels: l1 }, spec: JSON.parse(JSON.stringify({ ...spec, image })) },
  };
}

export interface DaemonSetParts {
  readonly name?: string;
  readonly strategy?: UpdateStrategy;
  readonly spec?: Partial<PodSpec>;
  readonly image?: string;
  readonly minReadySeconds?: number;
  readonly selector?: Labels;
  readonly deletedAt?: number | null;
  readonly annotations?: Labels;
}

export function daemonSet(parts: DaemonSetParts = {}): DaemonSet {
  const name = parts.name ?? 'foo';
  return {
    ...meta,
    name,
    uid: `uid-${name}`,
    annotations: parts.annotations ?? {},
    deletedAt: parts.deletedAt ?? null,
    generation: 1,
    spec: {
      selector: { matchLabels: parts.selector ?? l1, matchExpressions: [] },
      template: template(parts.spec, parts.image),
      updateStrategy: parts.strategy ?? onDelete,
      minReadySeconds: parts.minReadySeconds ?? 0,
      revisionHistoryLimit: 2,
    },
    status: emptyDaemonSetStatus,
  };
}

/** `key=value:Effect` */
export function taint(text: string): Taint {
  const [, key = '', , value = '', effect] = /^([^=:]+)(=([^:]*))?:(\w+)$/.exec(text) ?? [];
  return { key, value, effect: effect as TaintEffect };
}

export function node(name: string, labels: Labels = {}, taints: readonly string[] = [], unschedulable = false): Node {
  return {
    ...meta,
    namespace: '',
    name,
    uid: `node-${name}`,
    labels,
    unschedulable,
    taints: taints.map(taint),
    conditions: [],
    allocatable: { cpuMilli: 0, memoryBytes: 0, pods: 100, extended: {} },
    info: { kubeletVersion: '', internalIp: '', externalIp: '', osImage: '', kernelVersion: '', containerRuntime: '' },
  };
}

/** node-0 … node-(count-1) */
export function nodes(count: number, labels: Labels = {}, from = 0): readonly Node[] {
  return Array.from({ length: count }, (_, i) => node(`node-${from + i}`, labels));
}

export interface PodParts {
  readonly labels?: Labels;
  /** `owner`: of the DaemonSet; `none`: an orphan; otherwise the uid of another. */
  readonly owner?: 'own' | 'none' | 'other';
  readonly phase?: Pod['phase'];
  readonly ready?: number | null;
  readonly createdAt?: number;
  readonly deletedAt?: number | null;
  readonly target?: string;
  /** Carries no hash label, so it counts as old. */
  readonly old?: boolean;
}

const counter = { made: 0 };

/** A pod made by hand for a DaemonSet on a node: it carries the hash of the present template unless it is old. */
export function pod(daemonSetOfPod: DaemonSet, nodeName: string, parts: PodParts = {}): Pod {
  const name = `hand-${String(++counter.made).padStart(4, '0')}`;
  const { template: its } = daemonSetOfPod.spec;
  const owner = { kind: 'DaemonSet', name: daemonSetOfPod.name, uid: parts.owner === 'other' ? 'uid-other' : daemonSetOfPod.uid };
  return {
    ...meta,
    name,
    uid: `pod-${name}`,
    labels: { ...(parts.labels ?? l1), ...(parts.old === true ? {} : { [revisionHashLabel]: revisionHash(its, null) }) },
    createdAt: parts.createdAt ?? 0,
    deletedAt: parts.deletedAt ?? null,
    owner: parts.owner === 'none' ? null : owner,
    spec: its.spec,
    tolerations: [],
    nodeName,
    targetNode: parts.target ?? '',
    phase: parts.phase ?? 'Pending',
    reason: '',
    message: '',
    ready: parts.ready == null ? null : { ready: true, since: parts.ready },
    initContainerStatuses: [],
    containerStatuses: [],
    gracePeriodSeconds: 0,
    podIp: '',
  };
}
