/** Which cluster a rollout is simulated on: one that is built in, or a file. */
export type ClusterChoice =
  | { readonly kind: 'builtIn'; readonly name: string }
  /** Relative to the folder, or absolute, or a URI; as the setting has it. */
  | { readonly kind: 'file'; readonly path: string }
  /** `cluster.yaml` in the folder of the manifest. */
  | { readonly kind: 'beside' };

/** The file that is taken when it stands beside a manifest and the settings name no cluster. */
export const clusterBeside = 'cluster.yaml';

/** Reads the setting: a built-in cluster's name, else a path; when it is empty the file beside the manifest, else the first built-in one. */
export function chooseCluster(setting: string, builtIn: readonly string[], hasFileBeside: boolean): ClusterChoice {
  if (setting === '') return hasFileBeside ? { kind: 'beside' } : { kind: 'builtIn', name: builtIn[0] ?? '' };
  return builtIn.includes(setting) ? { kind: 'builtIn', name: setting } : { kind: 'file', path: setting };
}
