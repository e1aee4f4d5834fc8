import assert from 'node:assert/strict';
import { type Controller, nextWork, observe } from '../../../core/controller/controller.ts';
import { workOffNodes } from '../../../core/controller/nodeTriggers.ts';
import { takeKey } from '../../../core/controller/workQueue.ts';
import type { DaemonSet } from '../../../core/kubernetes/objects/daemonSet.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import { type Bench, bench, expectSync, sync } from './bench.ts';
import { daemonSet, l1, l2, n1, node, nodes, pod, rolling, taint } from './objects.ts';

/** Upstream cases 46–60: which events wake which DaemonSet. */

/** The keys that are queued, after node events have been looked at; the queue is empty again then. */
function woken(controller: Controller): readonly string[] {
  workOffNodes(controller, 0);
  const keys: string[] = [];
  for (let key = takeKey(controller.queue, 0); key !== null; key = takeKey(controller.queue, 0)) keys.push(key);
  return keys.sort();
}

function withDaemonSets(...daemonSets: readonly DaemonSet[]): Bench {
  const [first, ...others] = daemonSets;
  const b = bench(first ?? daemonSet(), nodes(1));
  for (const after of others) observe(b.controller, { kind: 'DaemonSet', before: null, after }, 0);
  woken(b.controller);
  return b;
}

const ds1 = daemonSet({ name: 'ds1' });
const ds2 = daemonSet({ name: 'ds2' });
const ds3 = daemonSet({ name: 'ds3', selector: l2 });
const next = (before: Pod, change: Partial<Pod>): Pod => ({ ...before, ...change, resourceVersion: before.resourceVersion + 1 });

describe('upstream: waking', () => {
  it('46 a deleted DaemonSet is queued', () => {
    const b = withDaemonSets(ds1);
    observe(b.controller, { kind: 'DaemonSet', before: ds1, after: null }, 0);
    assert.deepEqual(woken(b.controller), ['default/ds1']);
  });

  it('47 a recreated DaemonSet starts with fresh expectations', () => {
    const own = daemonSet();
    const b = bench(own, nodes(1));
    sync(b);
    b.controller.expectations.set('default/foo', { creates: 1, deletes: 0, since: 0 });
    observe(b.controller, { kind: 'DaemonSet', before: b.daemonSet, after: null }, 0);
    assert.ok(!b.controller.expectations.has('default/foo'));
    for (const before of b.pods.values()) observe(b.controller, { kind: 'Pod', before, after: null }, 0);
    b.pods.clear();
    b.daemonSet = { ...own, uid: 'another-uid' };
    observe(b.controller, { kind: 'DaemonSet', before: null, after: b.daemonSet }, 0);
    expectSync(b, 1, 0);
  });

  describe('48, 60 an updated node', () => {
    const selecting = daemonSet({ spec: { nodeSelector: n1 } });
    const table: readonly [string, DaemonSet, Node, Partial<Node>, number, boolean][] = [
      ['a nothing changed', selecting, node('node-0'), {}, 0, false],
      ['b gains the label', selecting, node('node-0'), { labels: n1 }, 0, true],
      ['c loses the taint', daemonSet(), node('node-0', {}, ['dedicated=user1:NoSchedule']), { taints: [] }, 0, true],
      ['d its resources', daemonSet(), node('node-0'), { allocatable: { cpuMilli: 9, memoryBytes: 9, pods: 9, extended: {} } }, 1, false],
      ['60 a condition', daemonSet(), node('node-0'), { unschedulable: true }, 1, false],
    ];
    for (const [title, own, before, change, creates, wakes] of table) {
      it(title, () => {
        const b = bench(own, [before]);
        woken(b.controller);
        expectSync(b, creates, 0);
        for (const pod of [...b.pods.values()])
          observe(b.controller, { kind: 'Pod', before: pod, after: next(pod, { nodeName: 'node-0' }) }, 0);
        woken(b.controller);
        observe(b.controller, { kind: 'Node', before, after: { ...before, ...change, resourceVersion: 2 } }, 0);
        assert.deepEqual(woken(b.controller), wakes ? ['default/foo'] : []);
      });
    }
  });

  it('49 a deleted pod of someone else wakes nobody', () => {
    const b = withDaemonSets(ds1);
    for (const foreign of [
      pod(ds1, 'node-0', { owner: 'none' }),
      pod(ds1, 'node-0', { owner: 'other' }),
      pod(ds1, '', { owner: 'none' }),
    ]) {
      observe(b.controller, { kind: 'Pod', before: null, after: foreign }, 0);
      woken(b.controller);
      observe(b.controller, { kind: 'Pod', before: foreign, after: null }, 0);
      assert.deepEqual(woken(b.controller), []);
    }
  });

  it('50 an added node is queued by its name, and judged later', () => {
    const b = withDaemonSets(daemonSet({ name: 'ds1', spec: { nodeSelector: n1 } }));
    for (const [added, wakes] of [
      [node('without'), false],
      [node('with', n1), true],
    ] as const) {
      observe(b.controller, { kind: 'Node', before: null, after: added }, 0);
      assert.ok(b.controller.nodeQueue.has(added.name));
      assert.deepEqual(woken(b.controller), wakes ? ['default/ds1'] : []);
    }
  });

  it('51 an added pod wakes its owner only', () => {
    const b = withDaemonSets(ds1, ds2);
    for (const own of [ds1, ds2]) {
      observe(b.controller, { kind: 'Pod', before: null, after: pod(own, 'node-0') }, 0);
      assert.deepEqual(woken(b.controller), [`default/${own.name}`]);
    }
  });

  it('52 an added orphan wakes all that would select it', () => {
    const b = withDaemonSets(ds1, ds2, ds3);
    observe(b.controller, { kind: 'Pod', before: null, after: pod(ds1, 'node-0', { owner: 'none' }) }, 0);
    assert.deepEqual(woken(b.controller), ['default/ds1', 'default/ds2']);
  });

  it('53 an updated pod wakes its owner; the same version wakes nobody', () => {
    const b = withDaemonSets(ds1, ds2);
    for (const own of [ds1, ds2]) {
      const before = pod(own, 'node-0');
      observe(b.controller, { kind: 'Pod', before, after: next(before, {}) }, 0);
      assert.deepEqual(woken(b.controller), [`default/${own.name}`]);
      observe(b.controller, { kind: 'Pod', before, after: before }, 0);
      assert.deepEqual(woken(b.controller), []);
    }
  });

  it('54, 55 an orphan wakes those that select its new labels, and nobody while they stay', () => {
    const b = withDaemonSets(ds1, ds2, ds3);
    const before = { ...pod(ds1, 'node-0', { owner: 'none' }), labels: { color: 'red' } };
    observe(b.controller, { kind: 'Pod', before, after: next(before, {}) }, 0);
    assert.deepEqual(woken(b.controller), []);
    observe(b.controller, { kind: 'Pod', before, after: next(before, { labels: l1 }) }, 0);
    assert.deepEqual(woken(b.controller), ['default/ds1', 'default/ds2']);
  });

  it('56, 57 a changed owner wakes the old and the new one, a removed one all that select the pod', () => {
    const b = withDaemonSets(ds1, ds2);
    const before = pod(ds2, 'node-0');
    observe(b.controller, { kind: 'Pod', before, after: next(before, { owner: pod(ds1, 'node-0').owner }) }, 0);
    assert.deepEqual(woken(b.controller), ['default/ds1', 'default/ds2']);
    const owned = pod(ds1, 'node-0');
    observe(b.controller, { kind: 'Pod', before: owned, after: next(owned, { owner: null }) }, 0);
    assert.deepEqual(woken(b.controller), ['default/ds1', 'default/ds2']);
  });

  it('58, 59 a deleted pod wakes its owner, a deleted orphan nobody', () => {
    const b = withDaemonSets(ds1, ds2, ds3);
    observe(b.controller, { kind: 'Pod', before: pod(ds2, 'node-0'), after: null }, 0);
    assert.deepEqual(woken(b.controller), ['default/ds2']);
    observe(b.controller, { kind: 'Pod', before: pod(ds2, 'node-0', { owner: 'none' }), after: null }, 0);
    assert.deepEqual(woken(b.controller), []);
    assert.equal(nextWork(b.controller), null);
  });

  it('a NoSchedule taint below a running pod wakes nobody; nor does a removed node', () => {
    const own = daemonSet({ strategy: rolling(1) });
    const before = node('node-0');
    const b = bench(own, [before], [pod(own, 'node-0', { phase: 'Running', ready: 0 })]);
    woken(b.controller);
    observe(b.controller, { kind: 'Node', before, after: { ...before, taints: [taint('dedicated=x:NoSchedule')], resourceVersion: 2 } }, 0);
    assert.deepEqual(woken(b.controller), []);
    observe(b.controller, { kind: 'Node', before, after: null }, 0);
    assert.deepEqual(woken(b.controller), []);
  });
});
