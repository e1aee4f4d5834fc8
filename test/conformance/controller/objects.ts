import type { JsonObject } from '../../../core/base/json.ts';
import { revisionHash } from '../../../core/controller/revisionData.ts';
import { type DaemonSet, emptyDaemonSetStatus, type UpdateStrategy } from '../../../core/kubernetes/objects/daemonSet.ts';
import type { ObjectMeta } from '../../../core/kubernetes/objects/meta.ts';
import type { Node, Taint, TaintEffect } from '../../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import type { NodeSelector, NodeSelectorRequirement, PodTemplate, Toleration } from '../../../core/kubernetes/objects/podTemplate.ts';
import { daemonPodTolerations } from '../../../core/kubernetes/taints.ts';
import type {
  RecordedDaemonSet,
  RecordedNode,
  RecordedNodeSelector,
  RecordedPod,
  RecordedRequirement,
  RecordedToleration,
} from './record.ts';

/** Recordings count seconds before now; now is zero here. */
export const now = 0;
export const seconds = (ago: number): number => -ago * 1000;

const meta: ObjectMeta = {
  namespace: 'default',
  name: '',
  uid: '',
  labels: {},
  annotations: {},
  createdAt: seconds(100_000),
  deletedAt: null,
  owner: null,
  resourceVersion: 1,
};

export const owners = {
  ds: { kind: 'DaemonSet', name: 'ds', uid: 'ds-uid' },
  other: { kind: 'DaemonSet', name: 'other', uid: 'other-uid' },
  none: null,
} as const;

/** Gives each symbol of a record its hash, and back. */
export interface Symbols {
  hash(symbol: string): string;
  symbol(hash: string): string;
}

export function symbolsOf(ds: RecordedDaemonSet): Symbols {
  const symbols = new Map<string, string>();
  const hash = (symbol: string): string => {
    const known = /^(current|old\d+)$/.test(symbol);
    const made = known ? revisionHash(templateOf(ds, symbol), ds.status?.collisionCount ?? null) : `hash-of-${symbol}`;
    symbols.set(made, symbol);
    return made;
  };
  hash('current');
  return { hash, symbol: text => symbols.get(text) ?? text };
}

/** The template of a symbol; they differ in the image only. */
export function templateOf(ds: RecordedDaemonSet, symbol: string): PodTemplate {
  return {
    labels: { app: 'ds' },
    annotations: {},
    spec: {
      nodeName: ds.nodeName ?? '',
      nodeSelector: ds.nodeSelector ?? {},
      requiredNodeAffinity: ds.requiredNodeAffinity === undefined ? null : nodeSelector(ds.requiredNodeAffinity),
      tolerations: (ds.tolerations ?? []).map(toleration),
      hostNetwork: ds.hostNetwork ?? false,
      priorityClassName: '',
      priority: 0,
      terminationGracePeriodSeconds: 30,
      initContainers: [],
      containers: [],
      readinessGates: [],
    },
    json: templateJson(ds, symbol),
  };
}

function templateJson(ds: RecordedDaemonSet, symbol: string): JsonObject {
  const preferred = { weight: 1, preference: { matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] } };
  const nodeAffinity = {
    requiredDuringSchedulingIgnoredDuringExecution: ds.requiredNodeAffinity,
    preferredDuringSchedulingIgnoredDuringExecution: ds.preferredNodeAffinity === true ? [preferred] : undefined,
  };
  const { nodeName, nodeSelector: selector, tolerations, hostNetwork } = ds;
  const spec = { nodeName, nodeSelector: selector, tolerations, hostNetwork, affinity: { nodeAffinity } };
  const containers = [{ name: 'main', image: `app:${symbol}` }];
  return JSON.parse(JSON.stringify({ metadata: { labels: { app: 'ds' } }, spec: { ...spec, containers } }));
}

export function daemonSet(ds: RecordedDaemonSet): DaemonSet {
  const { templateGeneration, status = {} } = ds;
  const generation = templateGeneration === undefined ? {} : { 'deprecated.daemonset.template.generation': templateGeneration };
  return {
    ...meta,
    name: 'ds',
    uid: 'ds-uid',
    annotations: { ...ds.annotations, ...generation },
    deletedAt: ds.deleting === true ? seconds(1) : null,
    generation: ds.generation ?? 1,
    spec: {
      selector: { matchLabels: ds.emptySelector === true ? {} : { app: 'ds' }, matchExpressions: [] },
      template: templateOf(ds, 'current'),
      updateStrategy: strategy(ds),
      minReadySeconds: ds.minReadySeconds ?? 0,
      revisionHistoryLimit: ds.revisionHistoryLimit ?? 10,
    },
    status: {
      ...emptyDaemonSetStatus,
      desiredNumberScheduled: status.desired ?? 0,
      currentNumberScheduled: status.current ?? 0,
      numberReady: status.ready ?? 0,
      updatedNumberScheduled: status.updated ?? 0,
      numberAvailable: status.available ?? 0,
      numberUnavailable: status.unavailable ?? 0,
      numberMisscheduled: status.misscheduled ?? 0,
      observedGeneration: status.observedGeneration ?? 0,
      collisionCount: status.collisionCount ?? null,
    },
  };
}

function strategy(ds: RecordedDaemonSet): UpdateStrategy {
  if (ds.strategy !== 'RollingUpdate') return { type: 'OnDelete' };
  return { type: 'RollingUpdate', maxUnavailable: ds.maxUnavailable ?? 0, maxSurge: ds.maxSurge ?? 0 };
}

export function node(recorded: RecordedNode): Node {
  return {
    ...meta,
    namespace: '',
    name: recorded.name,
    uid: `node-${recorded.name}`,
    labels: recorded.labels ?? {},
    unschedulable: recorded.unschedulable ?? false,
    taints: (recorded.taints ?? []).map(taint),
    conditions: [],
    allocatable: { cpuMilli: 0, memoryBytes: 0, pods: 110, extended: {} },
    info: { kubeletVersion: '', internalIp: '', externalIp: '', osImage: '', kernelVersion: '', containerRuntime: '' },
  };
}

/** `key[=value]:Effect` */
export function taint(text: string): Taint {
  const colon = text.lastIndexOf(':');
  const [key = '', value = ''] = text.slice(0, colon).split(/=(.*)/s);
  return { key, value, effect: text.slice(colon + 1) as TaintEffect };
}

export function pod(recorded: RecordedPod, ds: RecordedDaemonSet, symbols: Symbols): Pod {
  const { spec } = templateOf(ds, 'current');
  const hash = recorded.rev === undefined ? {} : { 'controller-revision-hash': symbols.hash(recorded.rev) };
  const generation = recorded.templateGeneration === undefined ? {} : { 'pod-template-generation': recorded.templateGeneration };
  return {
    ...meta,
    name: recorded.name,
    uid: `pod-${recorded.name}`,
    labels: { app: recorded.labelsMismatch === true ? 'other' : 'ds', ...hash, ...generation },
    createdAt: seconds(recorded.age ?? 1000),
    deletedAt: recorded.terminating === true ? seconds(1) : null,
    owner: owners[recorded.owner ?? 'ds'],
    spec,
    tolerations: daemonPodTolerations(spec),
    nodeName: recorded.node ?? '',
    targetNode: recorded.noTarget === true ? '' : (recorded.target ?? recorded.node ?? ''),
    phase: recorded.phase ?? (recorded.node === undefined ? 'Pending' : 'Running'),
    reason: '',
    message: '',
    ready: { ready: recorded.readyFor !== undefined, since: seconds(recorded.readyFor ?? 900) },
    initContainerStatuses: [],
    containerStatuses: [],
    gracePeriodSeconds: 0,
    podIp: '',
  };
}

export function nodeSelector(recorded: RecordedNodeSelector): NodeSelector {
  const requirements = (list: readonly RecordedRequirement[] = []): readonly NodeSelectorRequirement[] =>
    list.map(({ key, operator, values = [] }) => ({ key, operator, values }));
  return {
    terms: (recorded.nodeSelectorTerms ?? []).map(term => ({
      matchExpressions: requirements(term.matchExpressions),
      matchFields: requirements(term.matchFields),
    })),
  };
}

export function toleration(recorded: RecordedToleration): Toleration {
  return {
    key: recorded.key ?? '',
    operator: (recorded.operator ?? 'Equal') as Toleration['operator'],
    value: recorded.value ?? '',
    effect: recorded.effect ?? '',
    tolerationSeconds: recorded.tolerationSeconds ?? null,
  };
}
