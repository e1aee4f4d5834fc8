import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainWaiting, observe } from '../../core/controller/controller.ts';
import type { ControllerRevision } from '../../core/kubernetes/objects/controllerRevision.ts';
import type { DaemonSet, UpdateStrategy } from '../../core/kubernetes/objects/daemonSet.ts';
import type { Labels } from '../../core/kubernetes/objects/meta.ts';
import { check } from '../properties/check.ts';
import { bench, sync } from './upstream/bench.ts';
import { daemonSet, l1, node, nodes, pod, rolling } from './upstream/objects.ts';

/** States that no cluster should have: Kubernetes' own answer or a typed refusal, never an exception, never a hang. */

const strange: Labels = JSON.parse('{"__proto__": "x", "constructor": "y", "toString": "z"}');

function withSpec(change: Partial<DaemonSet['spec']>): DaemonSet {
  const own = daemonSet({ strategy: rolling(1) });
  return { ...own, spec: { ...own.spec, ...change } };
}

describe('states no cluster should have', () => {
  it('refuses budgets that are neither number nor percentage, and says so', () => {
    for (const updateStrategy of [rolling('many'), rolling('1.5%'), { type: 'RollingUpdate', maxUnavailable: 1, maxSurge: '%' } as const]) {
      const own = withSpec({ updateStrategy });
      const { error } = sync(bench(own, nodes(2), [pod(own, 'node-0', { ready: 0 }), pod(own, 'node-1', { ready: 0 })]));
      assert.equal(error?.kind, 'invalidBudget');
      assert.match(error?.message ?? '', /invalid value for Max(Unavailable|Surge): .*string is not a percentage/);
    }
  });

  it('replaces nothing available with a negative maxUnavailable, and surges nothing with a negative maxSurge', () => {
    for (const updateStrategy of [rolling(-1), { type: 'RollingUpdate', maxUnavailable: 0, maxSurge: -1 } as const]) {
      const own = withSpec({ updateStrategy });
      const b = bench(own, nodes(2), [pod(own, 'node-0', { ready: 0, old: true }), pod(own, 'node-1', { ready: 0, old: true })]);
      assert.equal(sync(b).error, null);
      assert.deepEqual([b.createdOn.length, b.deleteCalls], [0, 0]);
    }
  });

  it('takes negative minReadySeconds as none, and a negative history limit as Kubernetes does', () => {
    const own = withSpec({ minReadySeconds: -5, revisionHistoryLimit: -1 });
    const report = sync(bench(own, nodes(1), [pod(own, 'node-0', { ready: 0 })]));
    assert.deepEqual([report.error, report.status?.numberAvailable], [null, 1]);
  });

  it('keeps revisions whose data it cannot read as old ones', () => {
    const b = bench(daemonSet(), nodes(1));
    const broken: ControllerRevision = {
      ...{ namespace: 'default', name: 'foo-broken', uid: 'r', labels: l1, annotations: {}, createdAt: 0, deletedAt: null, owner: null },
      ...{ resourceVersion: 1, revision: Number.MAX_SAFE_INTEGER, data: '{"spec":', template: null, json: {} },
    };
    observe(b.controller, { kind: 'ControllerRevision', before: null, after: broken }, 0);
    const { error, actions } = sync(b);
    assert.equal(error, null);
    assert.ok(actions.some(action => action.kind === 'labelRevision' && action.revision === 'foo-broken'));
  });

  it('reads labels, keys and names as what they are, whatever they are called', () => {
    const own = daemonSet({ spec: { nodeSelector: strange, tolerations: [] }, annotations: strange });
    const b = bench(
      own,
      [node('__proto__', strange), node('constructor')],
      [pod(own, 'hasOwnProperty', { labels: { ...l1, ...strange } })],
    );
    assert.equal(sync(b).error, null);
    assert.deepEqual(b.createdOn, ['__proto__']);
  });

  it('survives any mix of pods, nodes and numbers', () => {
    check(
      'survives any mix',
      fc.tuple(numbers, fc.array(anyPod, { maxLength: 12 }), fc.integer({ min: 0, max: 4 })),
      ([spec, pods, count]) => {
        const own = withSpec(spec);
        const b = bench(
          own,
          nodes(count),
          pods.map(({ at, ...parts }) => pod(own, at, parts)),
        );
        for (let i = 0; i < 5; i++) {
          sync(b);
          b.now += 7000;
        }
        explainWaiting(b.controller, 'default/foo', b.now);
      },
    );
  });
});

const amount = fc.oneof(
  fc.integer({ min: -3, max: 9 }),
  fc.constantFrom('0%', '-10%', '33%', '1000000000000%', '99999999999999999999%', 'x', ''),
);
const anyStrategy: fc.Arbitrary<UpdateStrategy> = fc.oneof(
  fc.constant<UpdateStrategy>({ type: 'OnDelete' }),
  fc.record({ type: fc.constant('RollingUpdate' as const), maxUnavailable: amount, maxSurge: amount }),
);
const numbers = fc.record({
  updateStrategy: anyStrategy,
  minReadySeconds: fc.constantFrom(-1, 0, 5, 2_147_483_647),
  revisionHistoryLimit: fc.constantFrom(-1, 0, 2, 2_147_483_647),
});
const anyPod = fc.record({
  at: fc.constantFrom('node-0', 'node-1', 'node-9', ''),
  target: fc.constantFrom('', 'node-0', 'node-8'),
  owner: fc.constantFrom('own' as const, 'none' as const, 'other' as const),
  phase: fc.constantFrom('Pending' as const, 'Running' as const, 'Failed' as const, 'Succeeded' as const),
  ready: fc.constantFrom(null, 0, -5000, 99_000_000),
  deletedAt: fc.constantFrom(null, 0),
  createdAt: fc.constantFrom(0, -9_000_000, 9_000_000),
  old: fc.boolean(),
});
