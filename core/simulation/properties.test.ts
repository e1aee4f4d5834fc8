import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agent, apply, scenario } from '../../test/kit/scenario.ts';
import type { JsonObject } from '../base/json.ts';
import { defaultAssumptions } from './assumptions.ts';
import { plainCluster } from './clusters/generate.ts';
import { makeNode } from './clusters/makeNode.ts';
import { type KubeletModel, ordinaryImage } from './kubeletModel.ts';
import { createRecorder } from './recorder.ts';
import { advance, start, toTheEnd } from './run.ts';
import type { ScenarioAction, ScenarioEvent } from './scenario.ts';
import { traceHash } from './timeline.ts';
import { brokenInvariants } from './world/invariants.ts';

const node = fc.integer({ min: 1, max: 7 }).map(n => `node-${n}`);
const pod = node.map(name => ({ namespace: 'default', daemonSet: 'agent', node: name }));
const strategy = fc.oneof(
  fc.constant<JsonObject>({ type: 'OnDelete' }),
  fc
    .constantFrom<number | string>(1, 2, '34%', '100%')
    .map<JsonObject>(maxUnavailable => ({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge: 0 } })),
  fc
    .constantFrom<number | string>(1, '50%')
    .map<JsonObject>(maxSurge => ({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge } })),
);
const manifest = fc
  .record({
    image: fc.constantFrom('app:1', 'app:2', 'app:missing', 'app:crash', 'app:flaky', 'app:deaf'),
    updateStrategy: strategy,
    minReadySeconds: fc.constantFrom(0, 0, 5),
    probed: fc.boolean(),
    port: fc.boolean(),
    seconds: fc.constantFrom(0, 30),
  })
  .map(({ image, updateStrategy, minReadySeconds, probed, port, seconds }) =>
    agent(image, {
      spec: { updateStrategy, minReadySeconds },
      pod: {
        terminationGracePeriodSeconds: seconds,
        tolerations: [{ key: 'b', operator: 'Exists', tolerationSeconds: 20, effect: 'NoExecute' }],
      },
      container: {
        ...(probed ? { readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 3 }, livenessProbe: { tcpSocket: { port: 80 } } } : {}),
        ...(port ? { ports: [{ containerPort: 80, hostPort: 80 }] } : {}),
      },
    }),
  );
const taint = fc.record({
  key: fc.constantFrom('a', 'b'),
  value: fc.constant(''),
  effect: fc.constantFrom('NoSchedule' as const, 'NoExecute' as const),
});
const propagation = fc.constantFrom('Background' as const, 'Foreground' as const, 'Orphan' as const);

const action: fc.Arbitrary<ScenarioAction> = fc.oneof(
  { weight: 6, arbitrary: manifest.map(edit => ({ do: 'apply', manifest: edit }) as const) },
  fc.record({ do: fc.constant('deletePod' as const), pod, force: fc.boolean() }),
  fc.record({ do: fc.constantFrom('crashPod' as const, 'evictPod' as const), pod }),
  fc.record({
    do: fc.constantFrom('removeNode' as const, 'nodeDown' as const, 'nodeUp' as const, 'cordon' as const, 'uncordon' as const),
    node,
  }),
  fc.record({ do: fc.constantFrom('nodeUp' as const, 'rejectPods' as const, 'acceptPods' as const), node }),
  node.map(name => ({ do: 'addNode', node: makeNode({ name }) }) as const),
  fc.record({ do: fc.constant('taint' as const), node, taint }),
  fc.record({ do: fc.constant('untaint' as const), node, key: fc.constantFrom('a', 'b'), effect: fc.constant('') }),
  node.map(name => ({ do: 'label', node: name, labels: { x: 'y' } }) as const),
  fc.record({
    do: fc.constant('deleteDaemonSet' as const),
    namespace: fc.constant('default'),
    daemonSet: fc.constant('agent'),
    propagation,
  }),
);
const event: fc.Arbitrary<ScenarioEvent> = fc.tuple(fc.integer({ min: 0, max: 300_000 }), action).map(([at, what]) => ({ at, ...what }));

const kubelet: KubeletModel = {
  kind: 'manifest',
  images: {
    'app:missing': { ...ordinaryImage, missing: true },
    'app:crash': { ...ordinaryImage, crashAfter: 700 },
    'app:flaky': { ...ordinaryImage, crashAfter: 3_000, crashes: 2 },
    'app:deaf': { ...ordinaryImage, neverReady: true },
  },
};

describe('the world, whatever happens to it', () => {
  it('keeps its invariants after every event, and does the same again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000 }),
        fc.constantFrom(0, 0.3),
        fc.constantFrom(0, 20),
        fc.array(event, { maxLength: 14 }),
        (seed, jitter, clientQps, events) => {
          const of = scenario({
            seed,
            kubelet,
            cluster: plainCluster(5),
            baseline: agent('app:1'),
            events: [apply(0, agent('app:2')), ...events],
            assumptions: { ...defaultAssumptions, jitter, clientQps },
            limits: { until: 1_200_000, maxEvents: 3_000 },
          });
          const recorder = createRecorder(of);
          const started = start(of, recorder);
          assert.ok(started.ok);
          for (;;) {
            const outcome = advance(started.run, { until: Number.MAX_SAFE_INTEGER, maxEvents: 1 });
            assert.deepEqual(brokenInvariants(started.run.world), []);
            if (outcome.kind !== 'running') break;
          }
          const again = createRecorder(of);
          const second = start(of, again);
          assert.ok(second.ok);
          advance(second.run, toTheEnd);
          assert.equal(traceHash(again.timeline), traceHash(recorder.timeline));
        },
      ),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 6), seed: Number(process.env.PROPERTY_SEED ?? 42), interruptAfterTimeLimit: 30_000 },
    );
  });
});
