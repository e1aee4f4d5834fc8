import v8 from 'node:v8';
import { spokenDuration } from '../../core/presentation/duration.ts';
import type { ScenarioProblem } from '../../core/simulation/problem.ts';
import { createRecorder } from '../../core/simulation/recorder.ts';
import { advance, start } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Timeline } from '../../core/simulation/timeline.ts';
import type { Sink } from '../output/sink.ts';
import { WrongUse } from '../wrongUse.ts';

/** From here on memory counts for more than time: the heap grows in smaller steps, so that 100,000 nodes stay within 1 GB. */
const manyNodes = 50_000;

const slice = 50_000;
const firstWord = 1_000;
const nextWords = 500;

/** How to tell a problem of the scenario; and whether every event is asked for: a forecast needs the warnings, and a roll of 100,000 nodes emits millions. */
export interface Wishes {
  readonly tell: (problem: ScenarioProblem) => string;
  readonly allEvents: boolean;
}

/** Runs a scenario to its end. One that takes longer says on the terminal how far it has come. */
export function runWithProgress(scenario: Scenario, err: Sink, { tell, allEvents }: Wishes): Timeline {
  if (scenario.cluster.nodes.length > manyNodes) v8.setFlagsFromString('--heap-growing-percent=40');
  const recorder = createRecorder(scenario);
  const started = start(
    scenario,
    allEvents ? recorder : { ...recorder, emitted: event => event.type === 'Warning' && recorder.emitted(event) },
  );
  if (!started.ok) throw new WrongUse(started.problems.map(tell).join('\n'));
  const begin = performance.now();
  let said = begin + firstWord - nextWords;
  while (advance(started.run, { until: Number.MAX_SAFE_INTEGER, maxEvents: slice }).kind === 'running') {
    const now = performance.now();
    if (!err.isTTY || now - said < nextWords) continue;
    said = now;
    err.write(`\r\u001b[Ksimulating … ${spokenDuration(started.run.world.now)} of virtual time`);
  }
  if (err.isTTY && said > begin + firstWord - nextWords) err.write('\r\u001b[K');
  return recorder.timeline;
}
