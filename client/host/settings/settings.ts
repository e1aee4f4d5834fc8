import { defaultKubernetesVersion, isKubernetesVersion, type KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import type { Assumptions } from '../../../core/protocol/choices.ts';
import { readAssumptions } from '../../../core/protocol/readAssumptions.ts';
import { type BaselineWish, baselineWish } from './baselineWish.ts';

/** The settings that decide what the panel shows, checked. Those of the language server are its own matter. */
export interface Settings {
  readonly kubernetesVersion: KubernetesVersion;
  /** A built-in cluster's name, the path of a file, or empty: by default. */
  readonly cluster: string;
  readonly baseline: BaselineWish;
  readonly assumptions: Assumptions;
}

/** Reads the settings, by their names without the prefix. What makes no sense counts as not set: VS Code itself marks it in the settings' editor. */
export function readSettings(get: (name: string) => unknown): Settings {
  const version = get('kubernetesVersion');
  const cluster = get('cluster');
  const baseline = get('baseline');
  return {
    kubernetesVersion: typeof version === 'string' && isKubernetesVersion(version) ? version : defaultKubernetesVersion,
    cluster: typeof cluster === 'string' ? cluster.trim() : '',
    baseline: baselineWish(baseline),
    assumptions: readAssumptions(get('assumptions')),
  };
}
