import type { JsonObject } from '../../core/base/json.ts';
import type { Node } from '../../core/kubernetes/objects/node.ts';
import { defaultKubernetesVersion, type KubernetesVersion } from '../../core/kubernetes/versions.ts';
import type { Cluster } from '../../core/simulation/scenario.ts';

export type RuleLevel = 'off' | 'hint' | 'warning' | 'error';

/** What is known of the world around a file. Nothing, unless someone has said it. */
export interface Surroundings {
  /** DaemonSets as they run now, by `namespace/name`: what the manifests of the file replace. */
  readonly baselines: ReadonlyMap<string, JsonObject>;
  /** The nodes of the cluster; null: no cluster is chosen. */
  readonly nodes: readonly Node[] | null;
  /** The same cluster with what runs on it, for the simulator; absent: none is chosen, or it is too large to be simulated with every edit. */
  readonly cluster?: Cluster | null;
}

export const nothingAround: Surroundings = { baselines: new Map(), nodes: null };

/** What a user can set about analysis. */
export interface AnalysisSettings {
  readonly kubernetesVersion: KubernetesVersion;
  /** Levels that differ from a rule's own, by rule name. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  readonly hygiene: boolean;
  readonly around: Surroundings;
}

export const defaultAnalysisSettings: AnalysisSettings = {
  kubernetesVersion: defaultKubernetesVersion,
  rules: new Map(),
  hygiene: false,
  around: nothingAround,
};

/** How a file is to be read and judged. */
export interface FileMode {
  /** A Helm template: `{{ }}` is masked, and what is missing may be filled in by it. */
  readonly template: boolean;
  /** A kustomize or strategic-merge patch: it says only what differs. */
  readonly patch: boolean;
}

export const plainFile: FileMode = { template: false, patch: false };
