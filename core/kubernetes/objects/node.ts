import type { Instant, Labels, ObjectMeta } from './meta.ts';

export type TaintEffect = 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';

export interface Taint {
  readonly key: string;
  /** Empty when the taint has no value. */
  readonly value: string;
  readonly effect: TaintEffect;
}

export type ConditionStatus = 'True' | 'False' | 'Unknown';

/** A node condition that behaviour depends on: Ready, MemoryPressure, DiskPressure, PIDPressure, NetworkUnavailable. */
export interface NodeCondition {
  readonly type: string;
  readonly status: ConditionStatus;
  readonly reason: string;
  readonly since: Instant;
}

/** What a node can give to pods (status.allocatable). */
export interface Allocatable {
  /** Thousandths of a core. */
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly pods: number;
  /** Extended resources such as nvidia.com/gpu, by name, in whole units. */
  readonly extended: Readonly<Record<string, number>>;
}

/** A node of the cluster (v1.Node, as far as behaviour or kubectl's text depends on it). */
export interface Node extends ObjectMeta {
  readonly unschedulable: boolean;
  readonly taints: readonly Taint[];
  readonly conditions: readonly NodeCondition[];
  readonly allocatable: Allocatable;
  readonly info: NodeInfo;
}

/** What `kubectl get nodes -o wide` shows beside labels and conditions. Empty text: not known. */
export interface NodeInfo {
  readonly kubeletVersion: string;
  readonly internalIp: string;
  readonly externalIp: string;
  readonly osImage: string;
  readonly kernelVersion: string;
  readonly containerRuntime: string;
}

/** The role names of a node, as `kubectl get nodes` lists them: label suffixes of node-role.kubernetes.io/. */
export function roleOf(labels: Labels): readonly string[] {
  const prefix = 'node-role.kubernetes.io/';
  return Object.keys(labels)
    .filter(key => key.startsWith(prefix) && key.length > prefix.length)
    .map(key => key.slice(prefix.length))
    .sort();
}
