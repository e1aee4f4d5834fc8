import assert from 'node:assert/strict';
import { readNode } from '../../../../core/kubernetes/objects/readNode.ts';
import { defaultAnalysisSettings, plainFile } from '../../settings.ts';
import { complete } from '../complete.ts';

const cluster = [
  node('a', { disk: 'ssd', 'example.com/rack': '7' }, [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }]),
  node('b', { disk: 'ssd', 'example.com/rack': '8' }, []),
  node('c', { disk: 'hdd' }, [{ key: 'gpu', effect: 'NoSchedule' }]),
];

function node(name: string, labels: Readonly<Record<string, string>>, taints: readonly object[]) {
  const read = readNode(JSON.parse(JSON.stringify({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, spec: { taints } })));
  assert.ok(read.ok);
  return read.value;
}

/** What is offered where `┆` stands, in a pod's spec. */
function offered(podSpec: string, nodes: typeof cluster | null = cluster): string[] {
  const indented = podSpec.replace(/^/gm, '      ');
  const text = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\nspec:\n  template:\n    spec:\n${indented}\n`;
  const offset = text.indexOf('┆');
  const around = { ...defaultAnalysisSettings.around, nodes };
  return complete(text.replace('┆', ''), offset, plainFile, { ...defaultAnalysisSettings, around }).map(
    one => `${one.label} ${one.detail}: ${one.snippet}`,
  );
}

describe('values that the cluster knows', () => {
  it('are the labels of its nodes, the most frequent first, before the well-known ones', () => {
    const found = offered('nodeSelector:\n  ┆');
    assert.deepEqual(found.slice(0, 2), ['disk on 3 of 3 nodes: disk: $0', 'example.com/rack on 2 of 3 nodes: example.com/rack: $0']);
    assert.ok(found.some(one => one.startsWith('kubernetes.io/os ')));
  });

  it('are the values of a label, quoted where YAML would read a number', () => {
    assert.deepEqual(offered('nodeSelector:\n  disk: ┆'), ['ssd on 2 of 3 nodes: ssd', 'hdd on 1 of 3 nodes: hdd']);
    assert.deepEqual(offered('nodeSelector:\n  example.com/rack: ┆'), ['7 on 1 of 3 nodes: "7"', '8 on 1 of 3 nodes: "8"']);
  });

  it('are keys and values of its taints', () => {
    assert.equal(offered('tolerations:\n  - key: ┆')[0], 'gpu on 2 of 3 nodes: gpu');
    assert.equal(offered('tolerations:\n  - key: gpu\n    value: ┆')[0], 'yes on 1 of 3 nodes: "yes"');
  });

  it('are none without a cluster, and none of a label that every node has another value of', () => {
    assert.ok(!offered('nodeSelector:\n  ┆', null).some(one => one.includes('nodes:')));
    const many = Array.from({ length: 50 }, (_, i) => node(`n${i}`, { 'kubernetes.io/hostname': `n${i}`, __proto__x: 'y' }, []));
    assert.deepEqual(offered('nodeSelector:\n  kubernetes.io/hostname: ┆', many), []);
    assert.deepEqual(offered('nodeSelector:\n  constructor: ┆', many), []);
  });
});
