import { nameOf } from '../../../core/forecast/subject.ts';
import { type Subject, scenarioIndex } from '../../../core/protocol/panel.ts';
import type { ScenarioSource } from '../../../core/protocol/scenarioSource.ts';
import type { KubeletModel } from '../../../core/simulation/kubeletModel.ts';
import type { ScenarioProblem } from '../../../core/simulation/problem.ts';
import type { Limits, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { readScenarioFile, type ScenarioFile } from '../../../core/simulation/scenarioFile.ts';
import { pathText, refusalText } from './refusalText.ts';

/** What of a scenario file is not part of a subject. */
export interface OpenedScenario {
  /** Whether the subject's manifest is applied at 0 s; without an edit nothing is. */
  readonly applies: boolean;
  readonly kubelet: KubeletModel;
  readonly limits: Limits;
  /** What happens after the edit. */
  readonly events: readonly ScenarioEvent[];
}

export type OpenedFile =
  | { readonly ok: true; readonly subject: Subject; readonly opened: OpenedScenario }
  /** `line`: where it is wrong, from 0; null: nowhere in this file. */
  | { readonly ok: false; readonly source: Pick<ScenarioSource, 'uri' | 'label'>; readonly message: string; readonly line: number | null };

/** Reads a scenario file for the panel. */
export function openScenario(source: ScenarioSource): OpenedFile {
  const { files, json } = source;
  const read = readScenarioFile(json, path => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    return file ?? { ok: false, message: `${path} was not read` };
  });
  const { uri, label, lines } = source;
  const refuse = (message: string, line: number | null): OpenedFile => ({ ok: false, source: { uri, label }, message, line });
  if (!read.ok) return refuse(refusalText(read.problems), lineOf(lines, read.problems[0]?.path ?? []));
  const subject = subjectOf(read.file, source);
  if (subject === null) return refuse('it has neither a baseline nor an edit: there is no DaemonSet to look at', null);
  const { events, kubelet, limits } = read.file.scenario;
  const applies = read.file.edit !== null;
  return { ok: true, subject, opened: { applies, kubelet, limits, events: applies ? events.slice(1) : events } };
}

/** The line of a place, or of the nearest one around it that is written there. */
function lineOf(lines: ScenarioSource['lines'], path: ScenarioProblem['path']): number | null {
  for (let length = path.length; length > 0; length--) {
    const line = lines[pathText(path.slice(0, length))];
    if (Number.isInteger(line)) return line ?? null;
  }
  return null;
}

function subjectOf({ scenario, edit }: ScenarioFile, { uri, label, version }: ScenarioSource): Subject | null {
  const applied = scenario.events.find(event => event.do === 'apply');
  const manifest = edit ?? scenario.baseline ?? applied?.manifest ?? null;
  if (manifest === null) return null;
  const { kubernetesVersion, assumptions, seed, cluster, baseline } = scenario;
  return {
    ...nameOf(manifest),
    ...{ uri, index: scenarioIndex, version, manifest, places: {}, cluster, kubernetesVersion, assumptions, seed },
    baseline: { kind: 'scenario', label, note: '', manifest: baseline },
  };
}
