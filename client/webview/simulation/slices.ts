import type { PreparedCluster } from '../../../core/simulation/preparedCluster.ts';
import type { ScenarioProblem } from '../../../core/simulation/problem.ts';
import { createRecorder } from '../../../core/simulation/recorder.ts';
import { advance, type Run, start } from '../../../core/simulation/run.ts';
import type { Scenario } from '../../../core/simulation/scenario.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';

/** Calls back after the messages that came meanwhile. */
export type Later = (work: () => void) => void;

/** Events a slice: some ten milliseconds. */
const slice = 20_000;

export interface Outcomes {
  readonly refused: (problems: readonly ScenarioProblem[]) => void;
  readonly done: (timeline: Timeline) => void;
}

/** Runs a scenario to its end, the first slice at once; ends silently when it is not wanted any more. */
export function runInSlices(scenario: Scenario, prepared: PreparedCluster, wanted: () => boolean, later: Later, outcomes: Outcomes): void {
  const recorder = createRecorder(scenario);
  const started = start(scenario, recorder, prepared);
  if (started.ok) goOn(started.run, wanted, later, () => outcomes.done(recorder.timeline));
  else outcomes.refused(started.problems);
}

function goOn(run: Run, wanted: () => boolean, later: Later, done: () => void): void {
  if (!wanted()) return;
  const outcome = advance(run, { until: Number.MAX_SAFE_INTEGER, maxEvents: slice });
  if (outcome.kind === 'running') later(() => goOn(run, wanted, later, done));
  else done();
}
