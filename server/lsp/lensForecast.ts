import { type JsonObject, jsonEquals } from '../../core/base/json.ts';
import { type Forecast, forecast } from '../../core/forecast/forecast.ts';
import { nameOf } from '../../core/forecast/subject.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { createRecorder } from '../../core/simulation/recorder.ts';
import { advance, type Run, start } from '../../core/simulation/run.ts';
import { defaultLimits, type Scenario } from '../../core/simulation/scenario.ts';
import { keyOfDaemonSet } from '../analysis/document/daemonSets.ts';
import type { DaemonSetReport } from '../analysis/report.ts';
import { analysisOf } from './analysisOf.ts';
import { lensWords } from './lensWords.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** A larger cluster takes longer than one wants to wait for a lens; the panel shows it. */
export const mostForecastNodes = 1_000;
/** Events between two looks at the client's messages: some milliseconds, so that a completion never waits for a forecast. */
const slice = 500;

/** Forecasts of edits in a few words. They are kept with the report that they are made of, and go with it. */
export type LensForecasts = (file: OpenFile, report: DaemonSetReport) => Promise<string | null>;

/**
 * What the edit of a DaemonSet (from what runs now to what is written) comes to on the chosen cluster. null: there is no edit, no cluster, or the
 * manifest cannot be simulated; also when the document is edited meanwhile, for nobody wants an old answer.
 */
export function createLensForecasts(session: Session): LensForecasts {
  const known = new WeakMap<DaemonSetReport, string>();
  return async (file, report) => {
    const made = known.get(report);
    if (made !== undefined) return made;
    const scenario = scenarioFor(session, file, report);
    if (scenario === null) return null;
    const { changes } = file.document;
    const result = await forecastInSlices(session, scenario, report.object, () => file.document.changes === changes);
    if (result === null) return null;
    const text = lensWords(session.language).forecast(result);
    known.set(report, text);
    return text;
  };
}

function scenarioFor(session: Session, file: OpenFile, report: DaemonSetReport): Scenario | null {
  const { around, kubernetesVersion } = analysisOf(session, file);
  const { cluster = null } = around;
  const baseline = around.baselines.get(keyOfDaemonSet(report));
  if (cluster === null || baseline === undefined || report.problem !== null || jsonEquals(baseline, report.object)) return null;
  const { assumptions } = session.settings;
  const events: Scenario['events'] = [{ at: 0, do: 'apply', manifest: report.object }];
  return { kubernetesVersion, seed: 1, cluster, baseline, events, assumptions, kubelet: manifestKubelet, limits: defaultLimits };
}

async function forecastInSlices(
  session: Session,
  scenario: Scenario,
  manifest: JsonObject,
  isWanted: () => boolean,
): Promise<Forecast | null> {
  const recorder = createRecorder(scenario);
  const started = start(scenario, { ...recorder, wantsEvents: false });
  if (!started.ok) return null;
  while (isRunning(started.run)) {
    await new Promise<void>(go => session.host.defer(go));
    if (!isWanted()) return null;
  }
  return forecast(recorder.timeline, nameOf(manifest));
}

function isRunning(run: Run): boolean {
  return advance(run, { until: Number.MAX_SAFE_INTEGER, maxEvents: slice }).kind === 'running';
}
