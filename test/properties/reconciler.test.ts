import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom, shuffle } from '../../core/base/random.ts';
import { explainWaiting } from '../../core/controller/controller.ts';
import { silent } from '../../core/simulation/observer.ts';
import { advance, simulate, start, toTheEnd } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { traceHash } from '../../core/simulation/timeline.ts';
import { check } from './check.ts';
import {
  holdsBudget,
  holdsHistoryLimit,
  holdsOnePodANode,
  holdsOwnership,
  holdsQuiescence,
  holdsSurge,
  type TakenDown,
} from './invariants.ts';
import { swarmScenario, uniformScenario } from './swarm.ts';

describe('properties of the reconciler', () => {
  it('keeps its promises after every event', () => {
    check('keeps its promises after every event', swarmScenario(), followed);
  });
  it('gives the same trace for the same scenario and seed', () => {
    check('gives the same trace', swarmScenario(), scenario => {
      assert.equal(traceOf(scenario), traceOf(structuredClone(scenario)));
    });
  });
  it('does not depend on the order of nodes in the input', () => {
    check('does not depend on the order of nodes', fc.tuple(uniformScenario(), fc.integer()), ([scenario, seed]) => {
      const nodes = shuffle(createRandom(seed), [...scenario.cluster.nodes]);
      assert.deepEqual(statusesOf({ ...scenario, cluster: { ...scenario.cluster, nodes } }), statusesOf(scenario));
    });
  });
  it('does not depend on the seed but for the nodes it picks', () => {
    check('does not depend on the seed', fc.tuple(uniformScenario(), fc.integer({ min: 0 })), ([scenario, seed]) => {
      assert.deepEqual(statusesOf({ ...scenario, seed }), statusesOf(scenario));
    });
  });
});

function followed(scenario: Scenario): void {
  const takenDown: TakenDown = new Set();
  const problems: unknown[] = [];
  const started = start(scenario, {
    ...silent,
    synced: (_at, report) => {
      holdsBudget(started.ok ? started.run : never(), report, takenDown);
      holdsSurge(report);
    },
  });
  assert.ok(started.ok, JSON.stringify(problems));
  const { run } = started;
  for (let i = 0; i < 1500; i++) {
    const before = run.processed;
    advance(run, { until: scenario.limits.until, maxEvents: 1 });
    if (run.processed === before) break;
    holdsOnePodANode(run);
    holdsOwnership(run);
  }
  advance(run, toTheEnd);
  for (const [key, daemonSet] of run.world.daemonSets) {
    if (run.outcome.kind !== 'quiet') continue;
    holdsHistoryLimit(run, daemonSet);
    holdsQuiescence(run, daemonSet, explainWaiting(run.controller, key, run.world.now));
  }
}

function never(): never {
  throw new Error('a sync before the start');
}

function traceOf(scenario: Scenario): string {
  const simulated = simulate(scenario);
  assert.ok(simulated.ok);
  return traceHash(simulated.timeline);
}

function statusesOf(scenario: Scenario): readonly unknown[] {
  const simulated = simulate(scenario);
  assert.ok(simulated.ok);
  return simulated.timeline.daemonSets.map(({ at, after }) => [at, after?.status]);
}
