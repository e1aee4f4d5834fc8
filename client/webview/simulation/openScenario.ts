import { nameOf } from '../../../core/forecast/subject.ts';
import { type Subject, scenarioIndex } from '../../../core/protocol/panel.ts';
import type { ScenarioSource } from '../../../core/protocol/scenarioSource.ts';
import type { KubeletModel } from '../../../core/simulation/kubeletModel.ts';
import type { Limits, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { readScenarioFile, type ScenarioFile } from '../../../core/simulation/scenarioFile.ts';
import { refusalText } from './refusalText.ts';

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
  | { readonly ok: false; readonly message: string };

/** Reads a scenario file for the panel. */
export function openScenario(source: ScenarioSource): OpenedFile {
  const { files, json } = source;
  const read = readScenarioFile(json, path => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    return file ?? { ok: false, message: `${path} was not read` };
  });
  if (!read.ok) return { ok: false, message: refusalText(read.problems) };
  const subject = subjectOf(read.file, source);
  if (subject === null) return { ok: false, message: 'it has neither a baseline nor an edit: there is no DaemonSet to look at' };
  const { events, kubelet, limits } = read.file.scenario;
  const applies = read.file.edit !== null;
  return { ok: true, subject, opened: { applies, kubelet, limits, events: applies ? events.slice(1) : events } };
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
