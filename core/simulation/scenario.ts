import type { JsonObject } from '../base/json.ts';
import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { Taint } from '../kubernetes/objects/node.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { Assumptions } from './assumptions.ts';
import type { ImageBehaviour, KubeletModel } from './kubeletModel.ts';

/**
 * Everything a simulation depends on, as plain JSON: it goes over every wire and into a file. The same scenario gives the same
 * timeline, event by event, in Node, in a browser and on the command line.
 */
export interface Scenario {
  readonly kubernetesVersion: KubernetesVersion;
  /** An integer; each seed is one legal order of what Kubernetes leaves to chance. */
  readonly seed: number;
  readonly cluster: Cluster;
  /** The DaemonSet as it runs, settled, before instant 0; null: it is applied for the first time. */
  readonly baseline: JsonObject | null;
  /** In order of `at`; those of one instant happen in the order given. */
  readonly events: readonly ScenarioEvent[];
  readonly assumptions: Assumptions;
  /** How pods start, fail and stop. {@link manifestKubelet} unless a test or a fault says otherwise. */
  readonly kubelet: KubeletModel;
  readonly limits: Limits;
}

/** What is there before instant 0: objects as kubectl prints them. */
export interface Cluster {
  /** What a person calls it: `tutorial, 3 + 2 nodes`. */
  readonly name: string;
  readonly nodes: readonly JsonObject[];
  /** DaemonSets that run, settled, beside the one in question. */
  readonly daemonSets: readonly JsonObject[];
  /** Pods of no DaemonSet, which take room and host ports. */
  readonly pods: readonly JsonObject[];
}

export interface Limits {
  /** Virtual time after which a run that is still moving ends with the outcome `timeLimit`. */
  readonly until: Instant;
  /** Number of processed events after which it ends with the outcome `eventLimit`. */
  readonly maxEvents: number;
}

/** A week, and as many events as a roll of 100,000 nodes takes twice: a recording of more would not fit into a webview. */
export const defaultLimits: Limits = { until: 7 * 24 * 3600 * 1000, maxEvents: 1_500_000 };

/** A served world has none: it ends with its process. */
export const endlessLimits: Limits = { until: 9_000_000_000_000, maxEvents: 9_000_000_000_000 };

/** Something that happens to the cluster at an instant: an edit, a fault, a person's kubectl. */
export type ScenarioEvent = { readonly at: Instant } & ScenarioAction;

/** A node is named as in the cluster; a pod by its namespace and name, or as the DaemonSet's pod on a node. */
export type ScenarioAction =
  | { readonly do: 'apply'; readonly manifest: JsonObject }
  | { readonly do: 'patch'; readonly namespace: string; readonly daemonSet: string; readonly patch: JsonObject }
  | {
      readonly do: 'deleteDaemonSet';
      readonly namespace: string;
      readonly daemonSet: string;
      readonly propagation: 'Background' | 'Foreground' | 'Orphan';
    }
  | { readonly do: 'deletePod'; readonly pod: PodTarget; readonly force: boolean }
  | { readonly do: 'crashPod'; readonly pod: PodTarget }
  | { readonly do: 'evictPod'; readonly pod: PodTarget }
  /** A pod of no DaemonSet, as `kubectl run` makes one. */
  | { readonly do: 'addPod'; readonly manifest: JsonObject }
  /** A null value takes the label away. */
  | { readonly do: 'labelPod'; readonly pod: PodTarget; readonly labels: Readonly<Record<string, string | null>> }
  | { readonly do: 'addNode'; readonly node: JsonObject }
  | { readonly do: 'removeNode'; readonly node: string }
  | { readonly do: 'nodeDown'; readonly node: string }
  | { readonly do: 'nodeUp'; readonly node: string }
  | { readonly do: 'cordon'; readonly node: string }
  | { readonly do: 'uncordon'; readonly node: string }
  | { readonly do: 'taint'; readonly node: string; readonly taint: Taint }
  | { readonly do: 'untaint'; readonly node: string; readonly key: string; readonly effect: string }
  /** A null value takes the label away. */
  | { readonly do: 'label'; readonly node: string; readonly labels: Readonly<Record<string, string | null>> }
  /** From its next pull or start on, a container of this image behaves so; `ordinaryImage` mends it. */
  | { readonly do: 'image'; readonly image: string; readonly behaviour: ImageBehaviour }
  /** `kubectl drain --ignore-daemonsets`: cordon, and eviction of every pod that is no DaemonSet's. */
  | { readonly do: 'drain'; readonly node: string }
  /** The node runs short of memory, disk or process numbers until `relieve`: its kubelet reports it, evicts pods and refuses new ones. */
  | { readonly do: 'pressure'; readonly node: string; readonly resource: PressureResource }
  | { readonly do: 'relieve'; readonly node: string }
  /** A graceful shutdown: pods end as Failed, new ones are refused, and 30 s later the machine is off, until `nodeUp`. */
  | { readonly do: 'shutdown'; readonly node: string }
  /** A ResourceQuota that lets the namespace have so many pods; null takes it away. */
  | { readonly do: 'quota'; readonly namespace: string; readonly pods: number | null }
  /** Pods bound to the node are refused by its kubelet until `acceptPods`. */
  | { readonly do: 'rejectPods'; readonly node: string }
  | { readonly do: 'acceptPods'; readonly node: string };

export type PressureResource = 'memory' | 'disk' | 'pid';

export type PodTarget =
  | { readonly namespace: string; readonly name: string }
  | { readonly namespace: string; readonly daemonSet: string; readonly node: string };

/** How far a run has come. */
export type Outcome =
  | { readonly kind: 'running' }
  /** Nothing is left that could ever happen. */
  | { readonly kind: 'quiet'; readonly at: Instant }
  | { readonly kind: 'timeLimit'; readonly at: Instant }
  | { readonly kind: 'eventLimit'; readonly at: Instant };

/** A span in whole milliseconds, for the reader's sake. */
export const seconds = (n: number): Millis => n * 1000;
