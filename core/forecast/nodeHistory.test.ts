import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agent, rollingUpdate, rollout, type Simulated } from '../../test/golden/rollout.ts';
import { availableFrom } from '../controller/availability.ts';
import { placeOn } from '../controller/placement.ts';
import { nodeOfPod } from '../controller/podOrder.ts';
import { isUpdated, templateGeneration } from '../controller/templateGeneration.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';
import { plainCluster } from '../simulation/clusters/generate.ts';
import type { ScenarioEvent } from '../simulation/scenario.ts';
import { daemonSetsAt, nodesAt, podsAt, revisionsAt } from '../simulation/timeline.ts';
import { hasFailed } from './laneState.ts';
import { codeAt, rowAt } from './lanes.ts';
import { bands, isAbsent, isWithout, type NodeState, stateOf } from './nodeState.ts';
import { newestHash } from './wantedTracker.ts';

const nodes = 6;
const limits = { until: 600_000, maxEvents: 100_000 };
const node = fc.integer({ min: 1, max: nodes }).map(i => `node-${i}`);
const at = fc.integer({ min: 0, max: 120_000 });
const fault: fc.Arbitrary<ScenarioEvent> = fc.oneof(
  fc.record({ at, do: fc.constant('nodeDown' as const), node }),
  fc.record({ at, do: fc.constant('removeNode' as const), node }),
  fc.record({ at, do: fc.constant('cordon' as const), node }),
  fc.record({ at, do: fc.constant('taint' as const), node, taint: fc.constant({ key: 'x', value: '', effect: 'NoSchedule' as const }) }),
  fc.record({ at, do: fc.constant('label' as const), node, labels: fc.constant({ disk: null }) }),
  fc.record({ at, do: fc.constant('apply' as const), manifest: fc.constantFrom('a', 'b', 'c').map(env => agent({ env })) }),
);
const strategy = fc.constantFrom(rollingUpdate(1), rollingUpdate('50%'), rollingUpdate(0, 2), { type: 'OnDelete' });

describe('node history', () => {
  it('shows at every instant what the objects of that instant amount to', () => {
    fc.assert(
      fc.property(
        fc.array(fault, { maxLength: 4 }),
        strategy,
        fc.constantFrom(0, 10),
        fc.nat(1000),
        (faults, updateStrategy, minReadySeconds, seed) => {
          const options = { strategy: updateStrategy, spec: { minReadySeconds } };
          const events = [...faults].sort((a, b) => a.at - b.at);
          const run = rollout(agent(options), agent({ ...options, env: 'debug' }), { cluster: plainCluster(nodes), events, seed, limits });
          for (const instant of instantsOf(run)) checkInstant(run, instant);
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });

  it('has as many changes as differences, in order', () => {
    const { history } = rollout(agent(), agent({ env: 'debug' }), { cluster: plainCluster(nodes) });
    const { offsets, at: times, code } = history.lanes;
    for (let lane = 0; lane < nodes; lane++) {
      for (let i = (offsets[lane] ?? 0) + 1; i < (offsets[lane + 1] ?? 0); i++) {
        assert.ok((times[i] ?? 0) > (times[i - 1] ?? 0));
        assert.notEqual(code[i], code[i - 1]);
      }
    }
    assert.ok(isAbsent(codeAt(history.lanes, 0, -2)));
    assert.equal(rowAt(history.series, -2), -1);
  });
});

function instantsOf({ timeline, history }: Simulated): readonly Instant[] {
  const all = [...timeline.instants, ...history.changes].sort((a, b) => a - b);
  return all.filter((_, i) => i % Math.ceil(all.length / 60) === 0);
}

/** The same by the plain way: all objects of the instant, node by node. */
function checkInstant({ timeline, history, subject }: Simulated, instant: Instant): void {
  const daemonSet = daemonSetsAt(timeline, instant).find(one => one.name === subject.name);
  assert.ok(daemonSet);
  const present = new Map(nodesAt(timeline, instant).map(one => [one.name, one]));
  const pods = podsAt(timeline, instant).filter(pod => pod.owner?.name === subject.name);
  const hash = newestHash(revisionsAt(timeline, instant).filter(revision => revision.owner?.name === subject.name));
  const { spec } = daemonSet.spec.template;
  const counts = new Map<NodeState, number>();
  let without = 0;
  for (const [lane, name] of history.nodes.entries()) {
    const one = present.get(name);
    const wanted = one !== undefined && placeOn(one, spec, daemonPodTolerations(spec)).shouldRun;
    const own = pods.filter(pod => nodeOfPod(pod) === name);
    const live = own.filter(pod => pod.deletedAt === null);
    const available: readonly Pod[] = live.filter(
      pod => (availableFrom(pod, daemonSet.spec.minReadySeconds * 1000, true) ?? Number.POSITIVE_INFINITY) <= instant,
    );
    const isNew = (pod: (typeof own)[number]): boolean => isUpdated(pod, hash, templateGeneration(daemonSet.annotations));
    const expected: NodeState =
      own.length === 0
        ? wanted
          ? 'none'
          : 'notTargeted'
        : available.some(isNew)
          ? 'updated'
          : available.length > 0
            ? 'old'
            : live.length === 0
              ? 'terminating'
              : live.some(hasFailed)
                ? 'failed'
                : 'starting';
    const code = codeAt(history.lanes, lane, instant);
    assert.equal(stateOf(code), expected, `${name} at ${instant}`);
    assert.equal(isWithout(code), wanted && available.length === 0, `${name} at ${instant}`);
    assert.equal(isAbsent(code), one === undefined);
    if (wanted) counts.set(expected, (counts.get(expected) ?? 0) + 1);
    if (wanted && available.length === 0) without++;
  }
  const row = rowAt(history.series, instant);
  for (const [band, name] of bands.entries())
    assert.equal(history.series.counts[row * bands.length + band], counts.get(name) ?? 0, `${name} at ${instant}`);
  assert.equal(history.series.without[row], without);
}
