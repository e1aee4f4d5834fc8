import assert from 'node:assert/strict';
import { holdingBack } from '../../../core/controller/backoff.ts';
import { isClaimed } from '../../../core/controller/view.ts';
import type { DaemonSet } from '../../../core/kubernetes/objects/daemonSet.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import { bench, expectSync, markReady, sync } from './bench.ts';
import { daemonSet, l2, nodes, onDelete, pod, rolling } from './objects.ts';

/** Upstream cases 38–45: failed and ending pods, pods of missing nodes, the status. */

describe('upstream: failed, ending and stray pods', () => {
  for (const strategy of [onDelete, rolling(1)]) {
    for (const [title, failed, normal, expected] of [
      ['38a a normal pod', 0, 1, [0, 0, 0]],
      ['38b none', 0, 0, [1, 0, 0]],
      ['38c a failed one', 1, 0, [0, 1, 1]],
      ['38d a failed one among three', 1, 3, [0, 3, 1]],
    ] as [string, number, number, [number, number, number]][]) {
      it(`${title} (${strategy.type})`, () => {
        const own = daemonSet({ strategy });
        const pods = [...Array(failed + normal)].map((_, i) => pod(own, 'node-0', { phase: i < failed ? 'Failed' : 'Running' }));
        expectSync(bench(own, nodes(1), pods), ...expected);
      });
    }
  }

  it('39 kills a failed pod again only after its back-off', () => {
    const own = daemonSet();
    const b = bench(own, nodes(1), [pod(own, 'node-0', { phase: 'Failed' })]);
    const key = `${own.uid}/${own.status.observedGeneration}/node-0`;
    const observed = (): string => `${own.uid}/${b.daemonSet.status.observedGeneration}/node-0`;
    expectSync(b, 0, 1, 1);
    assert.equal(b.controller.backoff.get(key)?.delay, 1000);
    // the status has been written meanwhile, so the key is that of the observed generation from here on
    b.now = 5000;
    expectSync(b, 0, 1, 1);
    expectSync(b, 0, 0, 0);
    assert.equal(b.controller.backoff.get(observed())?.delay, 1000);
    assert.ok(holdingBack(b.controller.backoff, observed(), 5999) !== null);
    assert.ok(holdingBack(b.controller.backoff, observed(), 6000) === null);
    b.now = 6000;
    expectSync(b, 0, 1, 1);
    assert.equal(b.controller.backoff.get(observed())?.delay, 2000);
  });

  it('40 waits for a terminating pod', () => {
    const own = daemonSet();
    expectSync(bench(own, nodes(1), [pod(own, 'node-0', { phase: 'Running', deletedAt: 0 })]), 0, 0);
  });

  it('41 deletes an unbound pod for a missing node, and leaves a bound one', () => {
    const own = daemonSet();
    const pods = [pod(own, 'node-0'), pod(own, 'node-1'), pod(own, '', { target: 'node-2' })];
    expectSync(bench(own, nodes(1), pods), 0, 1);
  });

  it('42 maps own and adoptable pods to their nodes, without those that are finished and going', () => {
    const own = daemonSet();
    const wanted = (): Pod[] => [
      pod(own, 'node-0'),
      pod(own, 'node-0', { owner: 'none' }),
      pod(own, 'node-1', { phase: 'Succeeded' }),
      pod(own, 'node-1', { phase: 'Failed' }),
    ];
    const finished = (['Succeeded', 'Failed'] as const).map(phase => pod(own, 'node-0', { phase, deletedAt: 0 }));
    const unwanted = [
      pod(own, 'node-0', { labels: l2 }),
      pod(own, 'node-1', { labels: l2, owner: 'none' }),
      pod(own, 'node-0', { owner: 'other' }),
    ];
    const pods = wanted();
    const b = bench(own, nodes(2), [...pods, ...finished, ...unwanted]);
    const view = b.controller.views.get('default/foo');
    assert.ok(view !== undefined);
    const mapped = [...view.entries.values()].flatMap(entry => entry.pods.map(({ name }) => `${entry.name} ${name}`));
    // the finished ones are kept for the history's sake; they do not count for the node
    assert.deepEqual(mapped.sort(), [...pods, ...finished].map(({ name, nodeName }) => `${nodeName} ${name}`).sort());
    assert.ok(unwanted.every(one => !isClaimed(view, one) || one.labels.type === 'test'));
  });
});

describe('upstream: status', () => {
  it('43 counts Ready pods', () => {
    const own = daemonSet();
    const b = bench(own, nodes(2), [pod(own, 'node-0'), pod(own, 'node-1')]);
    assert.equal(sync(b).status?.numberReady, 0);
    markReady(b);
    assert.equal(sync(b).status?.numberReady, 2);
  });

  it('44 observes the generation', () => {
    const own = daemonSet();
    assert.equal(sync(bench(own, nodes(1), [pod(own, 'node-0')])).status?.observedGeneration, 1);
  });

  for (const [title, faults, writes, reads, error] of [
    ['45a without errors: one write', {}, 1, 0, undefined],
    ['45b one error: written at the second try, after a read', { statusErrors: 1 }, 2, 1, undefined],
    ['45c two errors: the second is returned', { statusErrors: 2 }, 2, 1, 'status error'],
    ['45d the read fails: its error is returned', { statusErrors: 1, readError: true }, 1, 1, 'read error'],
  ] as const) {
    it(title, () => {
      const own: DaemonSet = daemonSet();
      const b = bench(own, nodes(2));
      b.faults = faults;
      const report = sync(b);
      assert.deepEqual([b.statusWrites, b.daemonSetReads, report.error?.message], [writes, reads, error]);
    });
  }
});
