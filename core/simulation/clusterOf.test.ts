import assert from 'node:assert/strict';
import { clusterOf } from './clusterOf.ts';

const node = (name: string) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
const daemonSet = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'kube-proxy' } };
const pod = (name: string, owner?: string) => ({
  kind: 'Pod',
  metadata: { name, ...(owner === undefined ? {} : { ownerReferences: [{ kind: owner, name: 'x' }] }) },
});

describe('a cluster of objects', () => {
  it('sorts nodes, DaemonSets and pods of no DaemonSet, and leaves the rest out', () => {
    const made = clusterOf('c.yaml', [
      node('a'),
      daemonSet,
      pod('alone'),
      pod('web', 'ReplicaSet'),
      pod('proxy', 'DaemonSet'),
      { kind: 'Service' },
    ]);
    assert.ok(made.ok);
    assert.deepEqual(made.cluster, {
      name: 'c.yaml, 1 node',
      nodes: [node('a')],
      daemonSets: [daemonSet],
      pods: [pod('alone'), pod('web', 'ReplicaSet')],
    });
  });

  it('takes lists apart', () => {
    const made = clusterOf('c.yaml', [{ kind: 'List', items: [node('a'), node('b')] }]);
    assert.ok(made.ok);
    assert.equal(made.cluster.name, 'c.yaml, 2 nodes');
  });

  it('leaves out what is most of the text and of no use', () => {
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': '{…}', keep: 'x' };
    const large = {
      kind: 'Node',
      metadata: { name: 'a', managedFields: [{}], annotations },
      spec: { podCIDR: '10.0.0.0/24' },
      status: { images: [{}], allocatable: { cpu: '4' } },
    };
    const made = clusterOf('c.yaml', [large]);
    assert.ok(made.ok);
    assert.deepEqual(made.cluster.nodes, [
      {
        kind: 'Node',
        metadata: { name: 'a', annotations: { keep: 'x' } },
        spec: { podCIDR: '10.0.0.0/24' },
        status: { allocatable: { cpu: '4' } },
      },
    ]);
  });

  it('takes objects of any shape', () => {
    const strange = [{ kind: 'Node' }, { kind: 'Node', metadata: 3, status: [] }, JSON.parse('{"kind": "Node", "__proto__": {"x": 1}}')];
    const made = clusterOf('c.yaml', strange);
    assert.ok(made.ok);
    assert.equal(made.cluster.nodes.length, 3);
  });

  it('says what to do when there is no node', () => {
    for (const objects of [[], [daemonSet], [null, 3, 'x', [node('a')]]]) {
      const made = clusterOf('c.yaml', objects);
      assert.ok(!made.ok);
      assert.match(made.message, /^c\.yaml holds no Node: save what "kubectl get nodes/);
    }
  });

  it('refuses more nodes than any cluster has', () => {
    const made = clusterOf(
      'c.yaml',
      Array.from({ length: 100_001 }, () => node('a')),
    );
    assert.deepEqual(made, { ok: false, message: 'c.yaml holds 100001 nodes; at most 100000 can be simulated.' });
  });
});
