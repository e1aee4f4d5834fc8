import assert from 'node:assert/strict';
import type { JsonObject } from '../base/json.ts';
import { defaultAssumptions } from '../simulation/assumptions.ts';
import { plainCluster } from '../simulation/clusters/generate.ts';
import { manifestKubelet } from '../simulation/kubeletModel.ts';
import { simulate } from '../simulation/run.ts';
import { defaultLimits } from '../simulation/scenario.ts';
import { nodeHistory } from './nodeHistory.ts';
import { revisionAt, revisionLanes } from './revisionLanes.ts';

function agent(image: string): JsonObject {
  const labels = { app: 'agent' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'agent', image }] } };
  return {
    ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'default' } },
    spec: { selector: { matchLabels: labels }, template },
  };
}

describe('the revision that each node runs', () => {
  it('goes from the old one to the new one, node by node, and back when the edit is taken back', () => {
    const run = simulate({
      ...{ kubernetesVersion: '1.36', seed: 1, cluster: plainCluster(3), baseline: agent('agent:1'), assumptions: defaultAssumptions },
      events: [
        { at: 0, do: 'apply', manifest: agent('agent:2') },
        { at: 600_000, do: 'apply', manifest: agent('agent:1') },
      ],
      ...{ kubelet: manifestKubelet, limits: defaultLimits },
    });
    assert.ok(run.ok);
    const subject = { namespace: 'default', name: 'agent' };
    const { nodes } = nodeHistory(run.timeline, subject);
    const revisions = revisionLanes(run.timeline, subject, nodes);
    assert.equal(revisions.hashes.length, 2);
    const at = (instant: number): readonly number[] => nodes.map((_, lane) => revisionAt(revisions, lane, instant));
    assert.deepEqual(at(0), [0, 0, 0]);
    assert.deepEqual(at(599_999), [1, 1, 1]);
    assert.deepEqual(at(10_000_000), [0, 0, 0]);
  });
});
