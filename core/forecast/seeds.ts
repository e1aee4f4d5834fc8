import type { Millis } from '../kubernetes/objects/meta.ts';
import { prepareCluster } from '../simulation/preparedCluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { forecastOf } from './lean.ts';
import type { DaemonSetName } from './subject.ts';

/** How much a forecast depends on what Kubernetes and the world leave to chance: over `seeds` seeds. */
export interface Spread {
  readonly seeds: number;
  /** Of these, how many complete. */
  readonly complete: number;
  /** Durations; null: that share does not complete. */
  readonly p50: Millis | null;
  readonly p95: Millis | null;
  readonly worst: Millis | null;
  /** The greatest number of nodes without an available pod at once: median, 95th percentile, greatest. */
  readonly withoutP50: number;
  readonly withoutP95: number;
  readonly withoutWorst: number;
}

/** Forecasts a scenario under `count` seeds, from its own on; yields the spread so far after each. Stop asking, and the rest is not simulated. */
export function* spreadOverSeeds(scenario: Scenario, subject: DaemonSetName, count: number): Generator<Spread, void> {
  const prepared = prepareCluster(scenario.cluster);
  const durations: number[] = [];
  const without: number[] = [];
  for (let i = 0; i < count; i++) {
    const result = forecastOf({ ...scenario, seed: scenario.seed + i }, subject, prepared);
    if (result === null) return;
    durations.push(result.outcome.kind === 'nothingToDo' ? 0 : (result.duration ?? Number.POSITIVE_INFINITY));
    without.push(result.worst.without);
    yield spreadOf(durations, without);
  }
}

function spreadOf(durations: readonly number[], without: readonly number[]): Spread {
  const times = [...durations].sort((a, b) => a - b);
  const counts = [...without].sort((a, b) => a - b);
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    seeds: times.length,
    complete: times.filter(Number.isFinite).length,
    p50: finite(quantile(times, 50)),
    p95: finite(quantile(times, 95)),
    worst: finite(quantile(times, 100)),
    withoutP50: quantile(counts, 50),
    withoutP95: quantile(counts, 95),
    withoutWorst: quantile(counts, 100),
  };
}

/** The smallest value that is not below `percent` hundredths of all; they ascend. */
function quantile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
