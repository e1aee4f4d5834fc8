import type { JsonObject } from '../../core/base/json.ts';
import { type DaemonSetName, nameOf } from '../../core/forecast/subject.ts';
import type { Millis } from '../../core/kubernetes/objects/meta.ts';
import { defaultKubernetesVersion } from '../../core/kubernetes/versions.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import type { ScenarioProblem } from '../../core/simulation/problem.ts';
import { defaultLimits, type Scenario } from '../../core/simulation/scenario.ts';
import { createFolderSettings } from '../input/folderSettings.ts';
import { readCluster } from '../input/readCluster.ts';
import { checkManifest, readManifest } from '../input/readManifest.ts';
import { readScenario } from '../input/readScenario.ts';
import { WrongUse } from '../wrongUse.ts';
import type { SimulateInput, SimulateOptions } from './options.ts';

/** What is to be simulated, read. */
export interface Input {
  readonly scenario: Scenario;
  readonly subject: DaemonSetName;
  /** What is applied at 0s; the baseline, when nothing is. */
  readonly manifest: JsonObject;
  readonly limits: { readonly maxDuration: Millis | null; readonly maxWithout: number | string | null };
  /** A problem of the scenario in a line, with its place. */
  readonly tell: (problem: ScenarioProblem) => string;
}

export function readInput(options: SimulateOptions): Input {
  return options.input.kind === 'scenario' ? fromScenario(options, options.input.file) : fromManifests(options, options.input);
}

function fromManifests(options: SimulateOptions, { to, from, name }: SimulateInput & { readonly kind: 'manifest' }): Input {
  const { maxDuration, maxWithout } = options;
  const folder = createFolderSettings()(to);
  const version = options.version ?? folder.settings.kubernetesVersion ?? defaultKubernetesVersion;
  const manifest = readManifest(to, name);
  const subject = nameOf(manifest);
  const { cluster, running } = readCluster(options.cluster ?? folder.cluster, to, subject);
  const baseline = from === undefined ? running : readManifest(from, name ?? subject.name);
  if (from !== undefined && baseline !== null) checkManifest(from, baseline, null, version);
  checkManifest(to, manifest, baseline, version);
  const scenario: Scenario = {
    ...{ kubernetesVersion: version, seed: options.seed ?? 1, cluster, baseline, limits: defaultLimits },
    events: [{ at: 0, do: 'apply', manifest }],
    assumptions: defaultAssumptions,
    kubelet: manifestKubelet,
  };
  return { scenario, subject, manifest, limits: { maxDuration, maxWithout }, tell: plainly };
}

function plainly({ path, message }: ScenarioProblem): string {
  return `${path.join('.')}: ${message}`;
}

/** What the command line says wins over the file. */
function fromScenario(options: SimulateOptions, path: string): Input {
  const { file, tell } = readScenario(path);
  const manifest = file.edit ?? firstApplied(file.scenario) ?? file.scenario.baseline;
  if (manifest === null) throw new WrongUse(`${path} has neither a baseline nor an edit: there is no DaemonSet to look at.`);
  const subject = nameOf(manifest);
  const scenario: Scenario = {
    ...file.scenario,
    ...(options.version === undefined ? {} : { kubernetesVersion: options.version }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.cluster === undefined ? {} : { cluster: readCluster(options.cluster, path, subject).cluster }),
  };
  const limits = { maxDuration: options.maxDuration ?? file.maxDuration, maxWithout: options.maxWithout ?? file.maxWithout };
  return { scenario, subject, manifest, limits, tell };
}

function firstApplied({ events }: Scenario): JsonObject | null {
  for (const event of events) if (event.do === 'apply') return event.manifest;
  return null;
}
