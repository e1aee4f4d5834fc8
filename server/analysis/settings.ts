import { defaultKubernetesVersion, type KubernetesVersion } from '../../core/kubernetes/versions.ts';

export type RuleLevel = 'off' | 'hint' | 'warning' | 'error';

/** What a user can set about analysis. */
export interface AnalysisSettings {
  readonly kubernetesVersion: KubernetesVersion;
  /** Levels that differ from a rule's own, by rule name. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  readonly hygiene: boolean;
}

export const defaultAnalysisSettings: AnalysisSettings = { kubernetesVersion: defaultKubernetesVersion, rules: new Map(), hygiene: false };

/** How a file is to be read and judged. */
export interface FileMode {
  /** A Helm template: `{{ }}` is masked, and what is missing may be filled in by it. */
  readonly template: boolean;
  /** A kustomize or strategic-merge patch: it says only what differs. */
  readonly patch: boolean;
}

export const plainFile: FileMode = { template: false, patch: false };
