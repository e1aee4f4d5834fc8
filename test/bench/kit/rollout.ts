import type { JsonObject } from '../../../core/base/json.ts';
import { defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import { plainCluster } from '../../../core/simulation/clusters/generate.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import type { Scenario } from '../../../core/simulation/scenario.ts';

/** A new image rolled out to every node of a plain cluster, as the panel simulates it. */
export function rollout(nodes: number, maxUnavailable: number | string): Scenario {
  return {
    kubernetesVersion: '1.36',
    seed: 1,
    cluster: plainCluster(nodes),
    baseline: manifest('app:1', maxUnavailable),
    events: [{ at: 0, do: 'apply', manifest: manifest('app:2', maxUnavailable) }],
    assumptions: defaultAssumptions,
    kubelet: manifestKubelet,
    limits: { until: 30 * 24 * 3600_000, maxEvents: 50_000_000 },
  };
}

function manifest(image: string, maxUnavailable: number | string): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'app', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'app' } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } },
      template: {
        metadata: { labels: { app: 'app' } },
        spec: { containers: [{ name: 'main', image, readinessProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 5 } }] },
      },
    },
  };
}
