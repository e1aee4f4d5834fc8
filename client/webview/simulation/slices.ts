import type { EmittedEvent } from '../../../core/kubernetes/objects/event.ts';
import type { Observer } from '../../../core/simulation/observer.ts';
import type { ScenarioProblem } from '../../../core/simulation/problem.ts';
import { createRecorder } from '../../../core/simulation/recorder.ts';
import { advance, type Run, start } from '../../../core/simulation/run.ts';
import type { Scenario } from '../../../core/simulation/scenario.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';
import { isKept } from './largeCluster.ts';
import type { Work } from './work.ts';

/** Events a slice: some milliseconds, so that a newer run never waits for an older one. */
const slice = 2_000;

export interface Outcomes {
  readonly refused: (problems: readonly ScenarioProblem[]) => void;
  readonly done: (timeline: Timeline) => void;
}

/** Runs a scenario to its end (without the texts of events where nobody wants them), the first slice at once; ends silently when it is not wanted any more. */
export function runInSlices(scenario: Scenario, work: Work & Partial<Pick<Observer, 'wantsEvents'>>, outcomes: Outcomes): void {
  const recorder = createRecorder(scenario);
  const { wantsEvents = true } = work;
  const nodes = scenario.cluster.nodes.length;
  const emitted = (event: EmittedEvent): void => {
    if (isKept(event, nodes)) recorder.emitted(event);
  };
  const started = start(scenario, { ...recorder, emitted, wantsEvents }, work.prepared);
  if (started.ok) goOn(started.run, work, () => outcomes.done(recorder.timeline));
  else outcomes.refused(started.problems);
}

function goOn(run: Run, work: Work, done: () => void): void {
  if (!work.wanted()) return;
  const outcome = advance(run, { until: Number.MAX_SAFE_INTEGER, maxEvents: slice });
  if (outcome.kind === 'running') work.later(() => goOn(run, work, done));
  else done();
}
