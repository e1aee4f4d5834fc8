import assert from 'node:assert/strict';
import { advance, start } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { podsOf } from '../../core/simulation/world/world.ts';
import { assertTallies } from '../controller/compareTally.ts';
import { check } from './check.ts';
import { swarmScenario } from './swarm.ts';

describe('properties of the bookkeeping', () => {
  it('equals a plain recount after every event', () => {
    check('equals a plain recount after every event', swarmScenario(), recountEachTime);
  });
});

/** At most so many events of a run are checked one by one: crashing pods go on for ever. */
const followed = 1500;

function recountEachTime(scenario: Scenario): void {
  const started = start(scenario);
  assert.ok(started.ok, JSON.stringify(started));
  const { run } = started;
  for (let i = 0; i < followed; i++) {
    assertTallies(run.controller, podsOf(run.world), run.world.now);
    const before = run.processed;
    advance(run, { until: scenario.limits.until, maxEvents: 1 });
    if (run.processed === before) return;
  }
}
