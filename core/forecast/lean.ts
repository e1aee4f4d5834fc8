import type { PreparedCluster } from '../simulation/preparedCluster.ts';
import { createRecorder } from '../simulation/recorder.ts';
import { advance, start, toTheEnd } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { type Forecast, forecast } from './forecast.ts';
import type { DaemonSetName } from './subject.ts';

/** Simulates a scenario to its end for its forecast alone: no text of an event is made. `prepared`: its cluster, read before. null: the scenario cannot run. */
export function forecastOf(scenario: Scenario, subject: DaemonSetName, prepared: PreparedCluster | null = null): Forecast | null {
  const recorder = createRecorder(scenario);
  const started = start(scenario, { ...recorder, wantsEvents: false }, prepared);
  if (!started.ok) return null;
  advance(started.run, toTheEnd);
  return forecast(recorder.timeline, subject);
}
