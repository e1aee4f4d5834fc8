import assert from 'node:assert/strict';
import { limitsFor } from '../../../core/controller/budget.ts';
import { refresh } from '../../../core/controller/view.ts';
import type { DaemonSet, UpdateStrategy } from '../../../core/kubernetes/objects/daemonSet.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import { type Bench, bench, edit, expectSync, markReady, put } from './bench.ts';
import { daemonSet, node, nodes, pod, rolling, surging, taint, template } from './objects.ts';

/** Upstream cases 61–70 and 72–77: rolling update with and without surge, budgets. */

const useImage =
  (image: string) =>
  (own: DaemonSet): DaemonSet => ({ ...own, spec: { ...own.spec, template: template({}, image) } });
const useStrategy =
  (updateStrategy: UpdateStrategy) =>
  (own: DaemonSet): DaemonSet => ({ ...own, spec: { ...own.spec, updateStrategy } });

/** A settled DaemonSet: each node has a pod that the controller made. */
function launched(count: number, strategy: UpdateStrategy, minReadySeconds = 0): Bench {
  const b = bench(daemonSet({ strategy, minReadySeconds }), nodes(count));
  expectSync(b, count, 0);
  return b;
}

function expectAll(b: Bench, steps: readonly (readonly [number, number] | 'ready')[]): void {
  for (const step of steps) {
    if (step === 'ready') markReady(b);
    else expectSync(b, ...step);
  }
}

const readyPods = (b: Bench): readonly Pod[] => [...b.pods.values()].filter(({ ready }) => ready?.ready === true);

describe('upstream: rolling update', () => {
  it('61 two at a time', () => {
    const b = launched(5, rolling(2));
    markReady(b);
    edit(b, useImage('foo/bar2'));
    expectAll(b, [[0, 2], [2, 0], 'ready', [0, 2], [2, 0], 'ready', [0, 1], [1, 0], 'ready', [0, 0]]);
  });

  it('62 stops while the new ones are not ready', () => {
    const b = launched(5, rolling(3));
    markReady(b);
    edit(b, useImage('foo/bar2'));
    expectAll(b, [
      [0, 3],
      [3, 0],
      [0, 0],
    ]);
  });

  it('63 a second edit replaces the unready ones only', () => {
    const b = launched(5, rolling(2));
    markReady(b);
    const before = new Set([...b.pods.keys()]);
    edit(b, useImage('foo/bar2'));
    expectAll(b, [
      [0, 2],
      [2, 0],
      [0, 0],
    ]);
    edit(b, useImage('foo/bar3'));
    expectAll(b, [
      [0, 2],
      [2, 0],
      [0, 0],
    ]);
    assert.equal(readyPods(b).filter(({ name }) => before.has(name)).length, 3);
  });

  it('64 healthy old pods are saved however often one edits', () => {
    const b = launched(20, rolling(10));
    markReady(b);
    edit(b, useImage('foo/bar2'));
    expectAll(b, [
      [0, 10],
      [10, 0],
      [0, 0],
    ]);
    const healthy = readyPods(b).map(({ name }) => name);
    for (let round = 0; round < 10; round++) {
      edit(b, useStrategy(rolling(round)));
      edit(b, useImage(`foo/bar-${round}`));
      expectAll(b, [
        [0, 10],
        [10, 0],
        [0, 0],
      ]);
    }
    assert.deepEqual(
      readyPods(b).map(({ name }) => name),
      healthy,
    );
    edit(b, useStrategy(rolling(11)));
    edit(b, useImage('foo/bar-last'));
    expectAll(b, [
      [0, 11],
      [11, 0],
      [0, 0],
    ]);
    assert.equal(readyPods(b).length, 9);
  });

  it('65 old pods that are not ready go, the budget is used up by new ones', () => {
    const b = launched(100, rolling(10));
    markReady(b);
    edit(b, useImage('foo/bar2'));
    for (let round = 0; round < 10; round++) expectAll(b, [[0, 10], [10, 0], 'ready']);
    expectSync(b, 0, 0);
    const pods = [...b.pods.values()];
    const old = (one: Pod): Pod => ({ ...one, labels: { ...one.labels, 'controller-revision-hash': 'older' } });
    for (const one of pods.slice(0, 88)) put(b, { ...one, ready: null });
    for (const one of pods.slice(88, 90)) put(b, old({ ...one, ready: null }));
    for (const one of pods.slice(90)) put(b, old(one));
    expectAll(b, [
      [0, 2],
      [2, 0],
      [0, 0],
    ]);
  });

  it('66 all old pods that are not ready go at once', () => {
    const b = launched(5, rolling(3));
    edit(b, useImage('foo/bar2'));
    expectAll(b, [
      [0, 5],
      [5, 0],
      [0, 0],
    ]);
  });

  it('67 a new strategy alone replaces nothing', () => {
    const b = launched(5, { type: 'OnDelete' });
    edit(b, useStrategy(rolling(3)));
    expectAll(b, [[0, 0]]);
  });
});

describe('upstream: rolling update with surge', () => {
  it('68 two at a time', () => {
    const b = launched(5, surging(2));
    markReady(b);
    edit(b, useImage('foo/bar2'));
    expectAll(b, [[2, 0], [0, 0], 'ready', [2, 2], [0, 0], 'ready', [1, 2], [0, 0], 'ready', [0, 1], [0, 0]]);
  });

  it('69 pods of nodes that should not run them go when enough others are available', () => {
    const tolerations = [{ key: 'control-plane', operator: 'Exists', value: '', effect: 'NoSchedule', tolerationSeconds: null }] as const;
    const own = daemonSet({ strategy: surging(1), spec: { tolerations } });
    const b = bench(own, [node('node-0', {}, ['control-plane:NoSchedule']), ...nodes(4, {}, 1)]);
    expectSync(b, 5, 0);
    markReady(b);
    edit(b, useImage('foo/bar2'));
    expectAll(b, [[1, 1], [0, 0], 'ready', [1, 1], [0, 0], 'ready', [1, 1], [0, 0], 'ready', [1, 1], [0, 0], 'ready', [0, 1], [0, 0]]);
  });

  it('70 unready old pods need no budget; minReadySeconds holds the others', () => {
    const b = launched(5, surging(3));
    edit(b, useImage('foo/bar2'));
    b.now = 100_000;
    expectSync(b, 5, 0);
    b.now = 200_000;
    expectSync(b, 0, 5);
    markReady(b);
    edit(b, own => ({ ...useImage('foo/bar3')(own), spec: { ...useImage('foo/bar3')(own).spec, minReadySeconds: 15 } }));
    b.now = 300_000;
    const old = [...b.pods.values()];
    expectSync(b, 3, 0);
    const surged = new Set(b.createdOn);
    const fresh = [...b.pods.values()].filter(({ name }) => !old.some(one => one.name === name));
    for (const one of fresh.slice(0, 2)) put(b, { ...one, ready: { ready: true, since: 300_000 } });
    const alone = old.find(one => !surged.has(one.targetNode));
    assert.ok(alone !== undefined);
    put(b, { ...alone, ready: null });
    b.now = 310_000;
    expectSync(b, 1, 0);
    b.now = 320_000;
    expectSync(b, 1, 3);
    for (const one of [...b.pods.values()]) if (one.ready === null) put(b, { ...one, ready: { ready: true, since: 320_000 } });
    b.now = 340_000;
    expectSync(b, 0, 2);
    b.now = 350_000;
    expectSync(b, 0, 0);
  });

  /** Pods on node-1 (a new one of age 100 and two old ones of ages 50 and 60) and one current pod on node-2. */
  const doubled = (minReadySeconds: number, now: number, newReady: number | null, firstOldReady: number | null): Bench => {
    const own = daemonSet({ strategy: surging(1), minReadySeconds });
    const b = bench(own, nodes(5), [
      pod(own, 'node-1', { createdAt: 100_000, ready: newReady }),
      pod(own, 'node-1', { createdAt: 50_000, ready: firstOldReady, old: true }),
      pod(own, 'node-1', { createdAt: 60_000, ready: 60_000, old: true }),
      pod(own, 'node-2'),
    ]);
    b.now = now;
    return b;
  };

  it('72 keeps one old Ready pod beside the new one', () => expectSync(doubled(0, 100_000, null, 50_000), 3, 1));
  it('74 takes both old ones when the first of them is not Ready', () => expectSync(doubled(0, 100_000, null, null), 3, 2));
  it('75 keeps the old one until minReadySeconds are over', () => expectSync(doubled(15, 60_000, 50_000, 50_000), 3, 1));
  it('76 and takes it then', () => expectSync(doubled(15, 70_000, 50_000, 50_000), 3, 2));

  it('73 creates beside an ending old pod, though the surge is used up', () => {
    const own = daemonSet({ strategy: surging(1) });
    const old = (name: string, deletedAt: number | null = null): Pod =>
      pod(own, name, { ready: 50_000, createdAt: 50_000, old: true, deletedAt });
    const pods = [
      pod(own, 'node-0', { createdAt: 100_000 }),
      old('node-0'),
      old('node-1'),
      old('node-2'),
      old('node-3'),
      old('node-4', 90_000),
    ];
    const b = bench(own, nodes(5), pods);
    b.now = 100_000;
    expectSync(b, 1, 0);
    assert.deepEqual(b.createdOn, ['node-4']);
  });
});

describe('upstream: budgets', () => {
  const table: readonly [string, UpdateStrategy, number, number, readonly number[]][] = [
    ['77a no nodes', rolling(0), 0, 0, [0, 0, 0, 0]],
    ['77b two ready', rolling(1), 2, 2, [0, 1, 2, 0]],
    ['77c one without a pod, 0 is taken as 1', rolling(0), 2, 1, [0, 1, 2, 1]],
    ['77d the same with surge 0', surging(0), 2, 1, [0, 1, 2, 1]],
    ['77e percent', rolling('50%'), 2, 2, [0, 1, 2, 0]],
    ['77f percent of surge', surging('50%'), 2, 2, [1, 0, 2, 0]],
    ['77g 100 % surge', surging('100%'), 2, 2, [2, 0, 2, 0]],
    ['77h percent, rounded up', rolling('50%'), 3, 2, [0, 2, 3, 1]],
  ];
  for (const [title, strategy, count, served, [surge, unavailable, desired, empty]] of table) {
    it(title, () => {
      const own = daemonSet({ strategy });
      const b = bench(
        own,
        nodes(count),
        nodes(served).map(({ name }, i) => pod(own, name, i === 0 ? { ready: 0 } : { deletedAt: title.startsWith('77h') ? 0 : null })),
      );
      const view = b.controller.views.get('default/foo');
      assert.ok(view !== undefined);
      refresh(view, b.controller.profile, b.controller.backoff, 0);
      assert.equal(view.tally.desired, desired);
      assert.equal(view.tally.creates.items.length, empty);
      assert.deepEqual(limitsFor(strategy, view.tally.desired), { maxSurge: surge, maxUnavailable: unavailable });
    });
  }
  it('a taint read from text has its parts', () => assert.deepEqual(taint('a=b:NoExecute'), { key: 'a', value: 'b', effect: 'NoExecute' }));
});
