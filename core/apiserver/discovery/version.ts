import type { JsonObject } from '../../base/json.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';

/** GET /version. The patch number is that of the release that was recorded. */
export function versionJson(version: KubernetesVersion): JsonObject {
  const [major = '1', minor = ''] = version.split('.');
  const before = String(Number(minor) - 1);
  return {
    ...{ major, minor, emulationMajor: major, emulationMinor: minor, minCompatibilityMajor: major, minCompatibilityMinor: before },
    ...{ gitVersion: `v${version}.${version === '1.36' ? 3 : 0}`, gitCommit: '0'.repeat(40), gitTreeState: 'clean' },
    ...{ buildDate: '2026-01-01T00:00:00Z', goVersion: 'go1.26.8', compiler: 'gc', platform: 'linux/amd64' },
  };
}
