import assert from 'node:assert/strict';
import { areSatisfied } from '../../../core/controller/expectations.ts';
import { placeOn } from '../../../core/controller/placement.ts';
import type { DaemonSet } from '../../../core/kubernetes/objects/daemonSet.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import type { NodeSelector, PodSpec, Toleration } from '../../../core/kubernetes/objects/podTemplate.ts';
import { daemonPodTolerations } from '../../../core/kubernetes/taints.ts';
import { bench, expectSync, sync } from './bench.ts';
import {
  type DaemonSetParts,
  daemonSet,
  l1,
  l2,
  n1,
  n2,
  node,
  nodes,
  onDelete,
  type PodParts,
  pod,
  rolling,
  surging,
  template,
} from './objects.ts';

/** Upstream cases 1–37 and 71: placement and launching. The numbers are those of the list of upstream tests. */

interface Case {
  readonly title: string;
  readonly parts?: DaemonSetParts;
  readonly nodes: readonly Node[];
  readonly pods?: (own: DaemonSet) => readonly Pod[];
  /** creates, deletes, events in one sync */
  readonly expected: readonly [number, number, number];
}

const inTerm = (key: string, value: string): NodeSelector => ({
  terms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }], matchFields: [] }],
});
const dedicated: Toleration = { key: 'dedicated', operator: 'Equal', value: 'user1', effect: 'NoSchedule', tolerationSeconds: null };
const several = (own: DaemonSet, nodeName: string, count: number, parts: PodParts = {}): readonly Pod[] =>
  Array.from({ length: count }, () => pod(own, nodeName, parts));
const mixed = [...nodes(5), ...nodes(5, n1, 5)];
const dealsWithExisting = (own: DaemonSet): readonly Pod[] => [
  ...several(own, 'node-1', 1),
  ...several(own, 'node-2', 2),
  ...several(own, 'node-3', 5),
  ...several(own, 'node-4', 2, { labels: l2 }),
];

const cases: readonly Case[] = [
  { title: '1 launches a pod on each of five nodes', nodes: nodes(5), expected: [5, 0, 0] },
  { title: '7 no nodes, nothing to do', nodes: [], expected: [0, 0, 0] },
  { title: '8 launches on the only node', nodes: nodes(1), expected: [1, 0, 0] },
  { title: '9, 12 a node condition without a taint does not keep pods away', nodes: nodes(1), expected: [1, 0, 0] },
  { title: '10 resources are not looked at', parts: { spec: { nodeName: 'node-0' } }, nodes: nodes(1), expected: [1, 0, 0] },
  {
    title: '11 only the node with the label',
    parts: { spec: { nodeSelector: n1 } },
    nodes: [node('not-enough'), node('enough', n1)],
    expected: [1, 0, 0],
  },
  { title: '13 leaves a DaemonSet alone that is being deleted', parts: { deletedAt: 0 }, nodes: nodes(5), expected: [0, 0, 0] },
  { title: '15 a host port of its own pod is no conflict', nodes: nodes(1), pods: own => [pod(own, 'node-0')], expected: [0, 0, 0] },
  {
    title: '16 nor is that of another pod',
    nodes: nodes(1),
    pods: own => [pod(own, 'node-0', { owner: 'other', labels: l2 })],
    expected: [1, 0, 0],
  },
  {
    title: '17 an empty selector selects nothing',
    parts: { selector: {}, spec: { nodeSelector: n2 } },
    nodes: nodes(1),
    pods: own => [pod(own, 'node-0', { owner: 'none' })],
    expected: [0, 0, 1],
  },
  { title: '18 surplus and foreign pods', nodes: nodes(5), pods: dealsWithExisting, expected: [2, 5, 0] },
  { title: '19, 27 node selector', parts: { spec: { nodeSelector: n1 } }, nodes: [...nodes(4), ...nodes(3, n1, 4)], expected: [3, 0, 0] },
  {
    title: '20 takes pods off nodes that are not selected',
    parts: { spec: { nodeSelector: n1 } },
    nodes: mixed,
    pods: own => [
      ...several(own, 'node-0', 2, { labels: l2 }),
      ...several(own, 'node-1', 3),
      ...several(own, 'node-1', 1, { labels: l2 }),
      ...several(own, 'node-4', 1),
    ],
    expected: [5, 4, 0],
  },
  {
    title: '21 surplus on selected and other nodes',
    parts: { spec: { nodeSelector: n1 } },
    nodes: mixed,
    pods: own => [
      ...several(own, 'node-0', 1),
      ...several(own, 'node-1', 3),
      ...several(own, 'node-1', 2, { labels: l2 }),
      ...several(own, 'node-2', 4),
      ...several(own, 'node-6', 13),
      ...several(own, 'node-7', 4, { labels: l2 }),
      ...several(own, 'node-9', 1),
      ...several(own, 'node-9', 1, { labels: l2 }),
    ],
    expected: [3, 20, 0],
  },
  { title: '22 a selector that matches no node', parts: { spec: { nodeSelector: n2 } }, nodes: mixed, expected: [0, 0, 0] },
  { title: '23 a node name', parts: { spec: { nodeName: 'node-0' } }, nodes: nodes(5), expected: [1, 0, 0] },
  { title: '24 the name of no node', parts: { spec: { nodeName: 'node-10' } }, nodes: nodes(5), expected: [0, 0, 0] },
  { title: '25 name and selector agree', parts: { spec: { nodeName: 'node-6', nodeSelector: n1 } }, nodes: mixed, expected: [1, 0, 0] },
  { title: '26 name and selector disagree', parts: { spec: { nodeName: 'node-0', nodeSelector: n1 } }, nodes: mixed, expected: [0, 0, 0] },
  {
    title: '28 node affinity',
    parts: { spec: { requiredNodeAffinity: inTerm('color', 'blue') } },
    nodes: [...nodes(4), ...nodes(3, n1, 4)],
    expected: [3, 0, 0],
  },
  {
    title: '29 NoSchedule leaves a running pod',
    nodes: [node('tainted', {}, ['dedicated=user1:NoSchedule'])],
    pods: own => [pod(own, 'tainted', { phase: 'Running' })],
    expected: [0, 0, 0],
  },
  {
    title: '30 NoExecute takes it away',
    nodes: [node('tainted', {}, ['dedicated=user1:NoExecute'])],
    pods: own => [pod(own, 'tainted', { phase: 'Running' })],
    expected: [0, 1, 0],
  },
  { title: '31 a taint keeps pods away', nodes: [node('tainted', {}, ['dedicated=user1:NoSchedule'])], expected: [0, 0, 0] },
  {
    title: '32 unless it is tolerated',
    parts: { spec: { tolerations: [dedicated] } },
    nodes: [node('tainted', {}, ['dedicated=user1:NoSchedule'])],
    expected: [1, 0, 0],
  },
  { title: '33 not-ready:NoExecute is tolerated', nodes: [node('n', {}, ['node.kubernetes.io/not-ready:NoExecute'])], expected: [1, 0, 0] },
  { title: '34 so is unreachable:NoExecute', nodes: [node('n', {}, ['node.kubernetes.io/unreachable:NoExecute'])], expected: [1, 0, 0] },
  { title: '35 a toleration without a taint', parts: { spec: { tolerations: [dedicated] } }, nodes: nodes(1), expected: [1, 0, 0] },
  {
    title: '36 pressure taints are tolerated',
    nodes: [
      node(
        'n',
        {},
        ['disk', 'memory', 'pid'].map(kind => `node.kubernetes.io/${kind}-pressure:NoSchedule`),
      ),
    ],
    expected: [1, 0, 0],
  },
];

describe('upstream: placing and launching', () => {
  for (const { title, parts, nodes: given, pods, expected } of cases) {
    for (const strategy of [onDelete, rolling(1)]) {
      it(`${title} (${strategy.type})`, () => {
        const own = daemonSet({ ...parts, strategy });
        expectSync(bench(own, given, pods?.(own)), ...expected);
      });
    }
  }

  it('71 surplus and foreign pods, with surge', () => {
    const own = daemonSet({ strategy: surging(1) });
    expectSync(bench(own, nodes(5), dealsWithExisting(own)), 2, 5, 0);
  });

  it('2 pins each pod to one node and leaves binding to the scheduler', () => {
    const b = bench(daemonSet(), nodes(5));
    expectSync(b, 5, 0);
    assert.deepEqual(
      [...b.createdOn].sort(),
      nodes(5).map(({ name }) => name),
    );
    assert.ok([...b.pods.values()].every(({ nodeName }) => nodeName === ''));
  });

  it('3, 4 stops after a batch with errors, and expects nothing of what it skipped', () => {
    const b = bench(daemonSet(), nodes(100));
    b.faults = { createsAllowed: 10 };
    const { status } = sync(b);
    assert.equal(b.createdOn.length, 10);
    assert.ok(b.createCalls <= 1 + 2 + 4 + 8, String(b.createCalls));
    assert.deepEqual([status?.desiredNumberScheduled, status?.currentNumberScheduled, status?.updatedNumberScheduled], [100, 10, 10]);
    assert.ok(areSatisfied(b.controller.expectations, 'default/foo', b.now));
  });

  it('5 writes the status in the same sync', () => {
    assert.equal(expectSync(bench(daemonSet(), nodes(5)), 5, 0).status?.currentNumberScheduled, 5);
  });

  for (const [title, faults, kind] of [
    ['6a a create error', { createsAllowed: 0 }, 'podCreateFailed'],
    ['6b a status error', { statusErrors: 9 }, 'statusWriteFailed'],
    ['6c of both the create error', { createsAllowed: 0, statusErrors: 9 }, 'podCreateFailed'],
  ] as const) {
    it(`${title} is what the sync returns`, () => {
      const b = bench(daemonSet(), nodes(1));
      b.faults = faults;
      assert.equal(sync(b).error?.kind, kind);
      assert.equal(b.createCalls, 1);
    });
  }

  it('14 adopts nothing when the live DaemonSet is being deleted', () => {
    const own = daemonSet();
    const b = bench(own, nodes(5), [pod(own, 'node-0', { owner: 'none' })]);
    b.faults = { liveDeleting: true };
    expectSync(b, 0, 0);
  });

  describe('37 should a node run the pod', () => {
    const table: readonly [string, Partial<PodSpec>, boolean, boolean?][] = [
      ['a, b, d, e, f whatever it requests', {}, true],
      ['c another node name', { nodeName: 'other-node' }, false],
      ['g another label', { nodeSelector: l2 }, false],
      ['h its labels', { nodeSelector: l1 }, true],
      ['i affinity to another type', { requiredNodeAffinity: inTerm('type', 'test') }, false],
      ['j affinity to its type', { requiredNodeAffinity: inTerm('type', 'production') }, true],
      ['k cordoned', {}, true, true],
    ];
    for (const [title, spec, runs, cordoned = false] of table) {
      it(title, () => {
        const its = template(spec).spec;
        const verdict = placeOn(node('test-node', l1, [], cordoned), its, daemonPodTolerations(its));
        assert.deepEqual([verdict.shouldRun, verdict.shouldContinue], [runs, runs]);
      });
    }
  });
});
