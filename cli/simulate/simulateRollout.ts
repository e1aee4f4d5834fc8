import { decisions } from '../../core/forecast/decisions.ts';
import { type Forecast, forecast } from '../../core/forecast/forecast.ts';
import { forecastOf } from '../../core/forecast/lean.ts';
import { nodeHistory } from '../../core/forecast/nodeHistory.ts';
import { type Spread, spreadOverSeeds } from '../../core/forecast/seeds.ts';
import type { DaemonSetName } from '../../core/forecast/subject.ts';
import { simulateWhatIfs, type WhatIf, whatIfs } from '../../core/forecast/whatIf.ts';
import { editOf } from '../../core/presentation/editKind.ts';
import { sentence } from '../../core/presentation/sentence.ts';
import { tiles } from '../../core/presentation/tiles.ts';
import { whatIfText } from '../../core/presentation/whatIfText.ts';
import { en } from '../../core/presentation/words/en.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { exitCodes } from '../exitCodes.ts';
import type { Sink } from '../output/sink.ts';
import { writeForecast } from '../output/writeForecast.ts';
import { writeTables } from '../output/writeTables.ts';
import { advice } from './advice.ts';
import { exceeded } from './limits.ts';
import type { SimulateOptions } from './options.ts';
import { runWithProgress } from './progress.ts';
import { readInput } from './readInput.ts';

/** Runs the command, writes its answer, and returns the exit code. */
export function simulateRollout(options: SimulateOptions, out: Sink, err: Sink): number {
  const input = readInput(options);
  const { scenario, subject, manifest, limits, tell } = input;
  const timeline = runWithProgress(scenario, err, { tell, allEvents: options.at !== null });
  if (options.at !== null) {
    writeTables(timeline, subject, options.at, options.show, out);
    return exitCodes.fine;
  }
  const history = nodeHistory(timeline, subject);
  const result = forecast(timeline, subject, history);
  const edit = editOf(scenario.baseline, manifest);
  const rows = options.whatIf ? compared(scenario, subject, whatIfs(manifest, result.targeted, result)) : [];
  const broken = exceeded(limits, result);
  const report = {
    ...{ scenario, forecast: result, edit, spread: spreadOf(scenario, subject, options.seeds) },
    sentence: sentence({ timeline, history, forecast: result, edit }),
    tiles: tiles(result, edit, en, calmForecast(scenario, subject, result)),
    whatIfs: rows.map(row => whatIfText(row)),
    decisions: decisions(timeline, subject),
  };
  writeForecast(options.output, report, timeline, broken, out);
  for (const line of [...broken, ...(broken.length > 0 ? advice(input, result) : [])]) err.write(`daemonscope: ${line}\n`);
  return broken.length > 0 ? exitCodes.findings : exitCodes.fine;
}

/** What the edit alone would do, where the scenario's other events keep it from its end. */
function calmForecast(scenario: Scenario, subject: DaemonSetName, { outcome }: Forecast): Forecast | null {
  const [first, ...others] = scenario.events;
  if (outcome.kind !== 'stalled' || first?.do !== 'apply' || others.length === 0) return null;
  return forecastOf({ ...scenario, events: [first] }, subject);
}

function compared(scenario: Scenario, subject: DaemonSetName, rows: readonly WhatIf[]): readonly WhatIf[] {
  let table = rows;
  for (const next of simulateWhatIfs(scenario, subject, rows)) table = next;
  return table;
}

function spreadOf(scenario: Scenario, subject: DaemonSetName, seeds: number): Spread | null {
  let spread: Spread | null = null;
  if (seeds > 0) for (const next of spreadOverSeeds(scenario, subject, seeds)) spread = next;
  return spread;
}
