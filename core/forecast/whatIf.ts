import type { JsonObject } from '../base/json.ts';
import { prepareCluster } from '../simulation/preparedCluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Forecast } from './forecast.ts';
import { forecastOf } from './lean.ts';
import type { DaemonSetName } from './subject.ts';
import {
  type Strategy,
  type SurgeDevice,
  type SurgeObstacle,
  sameEffect,
  strategyIn,
  surgeDevice,
  surgeObstacle,
  usualStrategies,
  withStrategy,
} from './variants.ts';

/** One strategy of the comparison: what it would do, or why it cannot work. */
export interface WhatIf {
  readonly strategy: Strategy;
  /** Whether it is the strategy of the manifest. */
  readonly now: boolean;
  readonly obstacle: SurgeObstacle | null;
  /** The device that two pods beside each other would need twice; only where the strategy is a surge. */
  readonly device: SurgeDevice | null;
  /** null while it is not simulated, when there is an obstacle, or when the scenario cannot run. */
  readonly forecast: Forecast | null;
}

/**
 * What is to be compared: the manifest's own strategy first, then the usual ones that would do something else to so many nodes.
 * Nothing is when the edit replaces no pod: a strategy says how an edit replaces them.
 */
export function whatIfs(manifest: JsonObject, targeted: number, now: Forecast | null): readonly WhatIf[] {
  const own = strategyIn(manifest);
  const obstacle = surgeObstacle(manifest);
  const device = (strategy: Strategy): SurgeDevice | null => (strategy.kind === 'maxSurge' ? surgeDevice(manifest) : null);
  const rows: WhatIf[] = [{ strategy: own, now: true, obstacle: null, device: device(own), forecast: now }];
  if (now !== null && replacesNothing(now)) return rows;
  for (const strategy of usualStrategies) {
    if (rows.some(row => sameEffect(row.strategy, strategy, targeted))) continue;
    rows.push({ strategy, now: false, obstacle: strategy.kind === 'maxSurge' ? obstacle : null, device: device(strategy), forecast: null });
  }
  return rows;
}

function replacesNothing({ outcome, actions, left }: Forecast): boolean {
  if (outcome.kind === 'complete' && outcome.from > 0) return true;
  return (outcome.kind === 'complete' || outcome.kind === 'nothingToDo') && actions.replaced === 0 && left.length === 0;
}

/** Whether a row is still to be simulated. */
export function isOpen(row: WhatIf): boolean {
  return row.forecast === null && row.obstacle === null;
}

/** The same scenario, seed and faults with the strategy of a row. */
export function whatIfScenario(scenario: Scenario, row: WhatIf): Scenario {
  return withStrategy(scenario, row.strategy);
}

/** Simulates the open rows one after the other, and yields the whole table after each. Stop asking, and the rest is not simulated. */
export function* simulateWhatIfs(scenario: Scenario, subject: DaemonSetName, rows: readonly WhatIf[]): Generator<readonly WhatIf[], void> {
  const prepared = prepareCluster(scenario.cluster);
  const table = [...rows];
  for (const [index, row] of rows.entries()) {
    if (!isOpen(row)) continue;
    table[index] = { ...row, forecast: forecastOf(whatIfScenario(scenario, row), subject, prepared) };
    yield [...table];
  }
}
