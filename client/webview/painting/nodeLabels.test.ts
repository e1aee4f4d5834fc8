import assert from 'node:assert/strict';
import type { JsonObject } from '../../../core/base/json.ts';
import { groupNodes } from './nodeGroups.ts';
import { labelKeys, labelsOf } from './nodeLabels.ts';

const node = (name: string, labels: JsonObject): JsonObject => ({
  metadata: { name, labels: { 'kubernetes.io/hostname': name, ...labels } },
});
const cluster = (...nodes: readonly JsonObject[]) => ({ name: '', nodes, daemonSets: [], pods: [] });

describe('grouping nodes by a label', () => {
  const labels = labelsOf(
    cluster(node('n1', { gpu: 'a100' }), node('n2', { gpu: 'h100' }), node('n3', { gpu: 'a100' }), { metadata: 3 }, { kind: 'Node' }),
  );
  const nodes = ['n1', 'n2', 'n3', 'n4'].map(name => ({ name, zone: '', pool: '', targeted: true }));

  it('offers the labels that make groups, and not what every node has of its own', () => {
    assert.deepEqual(labelKeys(labels), ['gpu']);
    assert.deepEqual(labelKeys(labelsOf(cluster())), []);
  });

  it('puts nodes without the label, and such as came later, under a heading of their own', () => {
    const groups = groupNodes(nodes, 'label:gpu', '', { none: 'all', unlabelled: 'without' }, labels);
    assert.deepEqual(groups, [
      { title: 'without', nodes: [3] },
      { title: 'a100', nodes: [0, 2] },
      { title: 'h100', nodes: [1] },
    ]);
  });

  it('takes no label from where a label is none', () => {
    const groups = groupNodes(nodes, 'label:__proto__', '', { none: 'all', unlabelled: 'without' }, labels);
    assert.deepEqual(groups, [{ title: 'without', nodes: [0, 1, 2, 3] }]);
  });
});
