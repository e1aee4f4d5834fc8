import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Millis } from '../../kubernetes/objects/meta.ts';
import { defaultKubernetesVersion, isKubernetesVersion, type KubernetesVersion } from '../../kubernetes/versions.ts';
import { type Assumptions, defaultAssumptions } from '../assumptions.ts';
import type { ImageBehaviour } from '../kubeletModel.ts';
import type { ScenarioProblem } from '../problem.ts';
import { type Cluster, defaultLimits, type Limits, type Scenario, type ScenarioEvent } from '../scenario.ts';
import { checkConflicts, checkNodes, type PlacedEvent } from './checkEvents.ts';
import { checkShape } from './checkShape.ts';
import { nodeNames, readCluster } from './clusterSource.ts';
import { judgeManifest, readEdit, readManifest } from './manifests.ts';
import type { Origins } from './origins.ts';
import { instantOf, type Meant, readEvent, readImage, spanOf } from './readEvent.ts';
import { comesFrom, complainAt, type LoadFile, type Reading, textOf } from './reading.ts';
import { assumptionFields, scenarioShape } from './scenarioShape.ts';

/** A scenario file, read. */
export interface ScenarioFile {
  readonly name: string;
  readonly description: string;
  readonly scenario: Scenario;
  /** The manifest that is applied at 0s; null: nothing is. */
  readonly edit: JsonObject | null;
  /** What a build must not exceed; null: no limit. */
  readonly maxDuration: Millis | null;
  /** Nodes, or a percentage. */
  readonly maxWithout: number | string | null;
  /** Where the parts of the scenario come from, to tell its problems at their places ({@link inFile}). */
  readonly origins: Origins;
}

export type ReadScenarioFile =
  | { readonly ok: true; readonly file: ScenarioFile }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** Reads a scenario file with all the files it names; or tells everything that is wrong with it, each at its place. */
export function readScenarioFile(json: JsonValue, load: LoadFile): ReadScenarioFile {
  const reading = begin(load);
  const file = read(reading, json);
  return file !== null && reading.problems.length === 0 ? { ok: true, file } : { ok: false, problems: reading.problems };
}

/** What is wrong with a scenario file, as far as it can be said without the files it names. */
export function checkScenarioFile(json: JsonValue): readonly ScenarioProblem[] {
  const reading = begin(null);
  read(reading, json);
  return reading.problems;
}

function begin(load: LoadFile | null): Reading {
  return { load, problems: [], origins: new Map(), partial: false };
}

function read(reading: Reading, json: JsonValue): ScenarioFile | null {
  reading.problems.push(...checkShape(scenarioShape, json));
  if (reading.problems.length > 0 || !isJsonObject(json)) return null;
  const version = textOf(json, 'kubernetesVersion', defaultKubernetesVersion);
  if (!isKubernetesVersion(version)) return null;
  const cluster = readCluster(reading, json);
  const { baseline, edit } = readManifests(reading, json, cluster, version);
  const events = readEvents(reading, json, edit, meantBy(baseline ?? edit), cluster);
  if (cluster === null) return null;
  const scenario: Scenario = {
    ...{ kubernetesVersion: version, seed: Number(member(json, 'seed') ?? 1), baseline, events },
    cluster: { ...cluster, daemonSets: cluster.daemonSets.filter(one => baseline === null || !sameName(one, baseline)) },
    assumptions: readAssumptions(member(json, 'assumptions')),
    kubelet: { kind: 'manifest', images: readImages(member(json, 'images')) },
    limits: readLimits(member(json, 'limits')),
  };
  return { ...headOf(json), scenario, edit, origins: reading.origins };
}

function headOf(json: JsonObject): Pick<ScenarioFile, 'name' | 'description' | 'maxDuration' | 'maxWithout'> {
  const maxWithout = at(json, 'limits', 'maxWithout');
  return {
    name: textOf(member(json, 'metadata'), 'name', ''),
    description: textOf(json, 'description', ''),
    maxDuration: spanOf(at(json, 'limits', 'maxDuration')),
    maxWithout: typeof maxWithout === 'number' || typeof maxWithout === 'string' ? maxWithout : null,
  };
}

/** Baseline and edit. Without a baseline it is the DaemonSet of the edit's name that the cluster runs. */
function readManifests(
  reading: Reading,
  json: JsonObject,
  cluster: Cluster | null,
  version: KubernetesVersion,
): { readonly baseline: JsonObject | null; readonly edit: JsonObject | null } {
  const [from, to] = [member(json, 'baseline') ?? null, member(json, 'edit') ?? null];
  const given = from === null ? null : readManifest(reading, from, ['baseline'], ['baseline'], null);
  const edit = to === null ? null : readEdit(reading, to, given, given === null ? null : nameOf(given).daemonSet);
  const running = from === null && edit !== null ? (cluster?.daemonSets.find(one => sameName(one, edit)) ?? null) : null;
  const baseline = given ?? running;
  if (given !== null) judgeManifest(reading, ['baseline'], given, null, version);
  if (baseline !== null && edit !== null && !sameName(baseline, edit)) {
    const [old, now] = [nameOf(baseline), nameOf(edit)].map(({ namespace, daemonSet }) => `${namespace}/${daemonSet}`);
    complainAt(reading, ['edit'], `is about ${now}, and the baseline about ${old}: they must be the same DaemonSet`);
  } else if (edit !== null) judgeManifest(reading, ['events', 0, 'manifest'], edit, baseline, version);
  return { baseline, edit };
}

function readEvents(
  reading: Reading,
  json: JsonObject,
  edit: JsonObject | null,
  meant: Meant,
  cluster: Cluster | null,
): readonly ScenarioEvent[] {
  const list = member(json, 'events');
  const written = (isJsonArray(list) ? list : []).filter(isJsonObject);
  const ordered = written
    .map((event, index) => ({ event, index, at: instantOf(member(event, 'at')) }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const events: ScenarioEvent[] = edit === null ? [] : [{ at: 0, do: 'apply', manifest: edit }];
  const placed: PlacedEvent[] = [];
  for (const { event: given, index } of ordered) {
    const part = ['events', events.length];
    comesFrom(reading, part, ['events', index]);
    const event = readEvent(reading, given, index, part, meant);
    if (event === null) continue;
    events.push(event);
    placed.push({ index, event });
  }
  const complain = (index: number, key: string | null, message: string): void =>
    complainAt(reading, key === null ? ['events', index] : ['events', index, key], message);
  if (cluster !== null) checkNodes(placed, nodeNames(cluster), complain);
  checkConflicts(placed, complain);
  return events;
}

function readAssumptions(json: JsonValue | undefined): Assumptions {
  const given = Object.keys(assumptionFields).flatMap(key => {
    const value = member(json, key);
    if (value === undefined || value === null) return [];
    return [[key, assumptionFields[key as keyof Assumptions].shape.kind === 'span' ? instantOf(value) : value]];
  });
  return { ...defaultAssumptions, ...Object.fromEntries(given) };
}

function readImages(json: JsonValue | undefined): Readonly<Record<string, ImageBehaviour>> {
  return isJsonObject(json) ? Object.fromEntries(Object.entries(json).map(([image, value]) => [image, readImage(value)])) : {};
}

function readLimits(json: JsonValue | undefined): Limits {
  const maxEvents = member(json, 'maxEvents');
  return {
    until: spanOf(member(json, 'until')) ?? defaultLimits.until,
    maxEvents: typeof maxEvents === 'number' ? maxEvents : defaultLimits.maxEvents,
  };
}

function meantBy(manifest: JsonObject | null): Meant {
  return manifest === null ? { namespace: 'default', daemonSet: '' } : nameOf(manifest);
}

function nameOf(manifest: JsonObject): Meant {
  const metadata = member(manifest, 'metadata');
  return { namespace: textOf(metadata, 'namespace', 'default'), daemonSet: textOf(metadata, 'name', '') };
}

function sameName(a: JsonObject, b: JsonObject): boolean {
  const [one, other] = [nameOf(a), nameOf(b)];
  return one.namespace === other.namespace && one.daemonSet === other.daemonSet;
}
