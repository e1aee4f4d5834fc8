/** The Kubernetes minor versions whose behaviour and schema are known here, oldest first. */
export const kubernetesVersions = ['1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37'] as const;

export type KubernetesVersion = (typeof kubernetesVersions)[number];

export const defaultKubernetesVersion: KubernetesVersion = '1.36';

export function isKubernetesVersion(text: string): text is KubernetesVersion {
  return (kubernetesVersions as readonly string[]).includes(text);
}

/** Whether `version` is `other` or newer. */
export function atLeast(version: KubernetesVersion, other: KubernetesVersion): boolean {
  return kubernetesVersions.indexOf(version) >= kubernetesVersions.indexOf(other);
}
