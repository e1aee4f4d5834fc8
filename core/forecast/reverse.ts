import type { Millis } from '../kubernetes/objects/meta.ts';
import { prepareCluster } from '../simulation/preparedCluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Forecast } from './forecast.ts';
import { forecastOf } from './lean.ts';
import type { DaemonSetName } from './subject.ts';
import { withStrategy } from './variants.ts';

/** The answer to a reverse question: a number of nodes, and what it would do. */
export interface Reverse {
  readonly maxUnavailable: number;
  readonly forecast: Forecast;
}

/**
 * The smallest maxUnavailable with which the rollout completes within `time`; null: not even all nodes at once do.
 * Assumption: a greater budget is never slower. Simulates about log2(targeted) times.
 */
export function smallestWithin(scenario: Scenario, subject: DaemonSetName, targeted: number, time: Millis): Reverse | null {
  return search(scenario, subject, targeted, result => result.duration !== null && result.duration <= time, 'smallest');
}

/** The greatest maxUnavailable that always leaves at least `served` of the targeted nodes with an available pod; null: not even 1 does. */
export function greatestKeeping(scenario: Scenario, subject: DaemonSetName, targeted: number, served: number): Reverse | null {
  return search(scenario, subject, targeted, result => targeted - result.worst.without >= served, 'greatest');
}

function search(
  scenario: Scenario,
  subject: DaemonSetName,
  targeted: number,
  holds: (result: Forecast) => boolean,
  wanted: 'smallest' | 'greatest',
): Reverse | null {
  let [low, high] = [1, Math.max(1, targeted)];
  const prepared = prepareCluster(scenario.cluster);
  let best: Reverse | null = null;
  while (low <= high) {
    const maxUnavailable = (low + high) >> 1;
    const result = forecastOf(withStrategy(scenario, { kind: 'maxUnavailable', value: maxUnavailable }), subject, prepared);
    if (result === null) return null;
    const good = holds(result);
    if (good) best = { maxUnavailable, forecast: result };
    if (good === (wanted === 'smallest')) high = maxUnavailable - 1;
    else low = maxUnavailable + 1;
  }
  return best;
}
