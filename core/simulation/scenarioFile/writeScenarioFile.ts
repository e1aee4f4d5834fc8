import { isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';
import { defaultKubernetesVersion } from '../../kubernetes/versions.ts';
import { type Assumptions, defaultAssumptions } from '../assumptions.ts';
import { builtInClusters } from '../clusters/clusters.ts';
import { type ImageBehaviour, ordinaryImage } from '../kubeletModel.ts';
import { type Cluster, defaultLimits, type Limits, type Scenario, type ScenarioEvent } from '../scenario.ts';
import { assumptionFields, scenarioApiVersion, scenarioKind } from './scenarioShape.ts';
import { spanText } from './span.ts';

/** What a scenario does not know of itself. Paths are from the folder of the scenario file. */
export interface FileParts {
  readonly name?: string;
  readonly description?: string;
  /** The file of its cluster; without it a built-in one is named, and any other is written out. */
  readonly cluster?: string;
  /** The file of its baseline; without it the manifest is written out. */
  readonly baseline?: string;
}

/**
 * A scenario as the content of its file; what is as assumed anyway is left out. Reading it again gives an equal scenario, but that one edit at 0s, the
 * first event, is its `edit`. A recorded world (kubelet `fixed`) has no form of its own: its delays are lost.
 */
export function writeScenarioFile(scenario: Scenario, parts: FileParts = {}): JsonObject {
  const [first, ...rest] = scenario.events;
  const edit = first?.do === 'apply' && first.at === 0 ? first.manifest : null;
  const baseline = parts.baseline ?? scenario.baseline;
  return withoutEmpty({
    apiVersion: scenarioApiVersion,
    kind: scenarioKind,
    metadata: parts.name === undefined ? null : { name: parts.name },
    description: parts.description ?? null,
    kubernetesVersion: scenario.kubernetesVersion === defaultKubernetesVersion ? null : scenario.kubernetesVersion,
    seed: scenario.seed === 1 ? null : scenario.seed,
    ...(parts.cluster === undefined ? clusterFields(scenario.cluster) : { cluster: parts.cluster }),
    baseline,
    edit,
    events: (edit === null ? scenario.events : rest).map(writeEvent),
    assumptions: writeAssumptions(scenario.assumptions),
    images: scenario.kubelet.kind === 'manifest' ? writeImages(scenario.kubelet.images) : null,
    limits: writeLimits(scenario.limits),
  });
}

function clusterFields(cluster: Cluster): JsonObject {
  const builtIn = builtInClusters.find(({ make }) => isSame(make(), cluster));
  if (builtIn !== undefined) return { cluster: builtIn.name };
  return { nodes: cluster.nodes, daemonSets: cluster.daemonSets, pods: cluster.pods };
}

function isSame(a: Cluster, b: Cluster): boolean {
  if (a.name !== b.name || a.nodes.length !== b.nodes.length) return false;
  return jsonEquals(a.nodes, b.nodes) && jsonEquals(a.daemonSets, b.daemonSets) && jsonEquals(a.pods, b.pods);
}

/** An event as it stands in a scenario file. */
export function writeEvent(event: ScenarioEvent): JsonObject {
  const { at, ...action } = event;
  if (action.do === 'image') return { at: spanText(at), do: 'image', image: action.image, ...writeImage(action.behaviour) };
  if (action.do === 'quota') return { at: spanText(at), ...action };
  return { at: spanText(at), ...withoutEmpty(JSON.parse(JSON.stringify(action)) as JsonObject) };
}

function writeAssumptions(assumptions: Assumptions): JsonObject {
  const changed = (Object.keys(defaultAssumptions) as (keyof Assumptions)[]).filter(key => assumptions[key] !== defaultAssumptions[key]);
  return Object.fromEntries(changed.map(key => [key, writeAssumption(key, assumptions[key])]));
}

function writeAssumption(key: keyof Assumptions, value: number | null): JsonValue {
  return value !== null && assumptionFields[key].shape.kind === 'span' ? spanText(value) : value;
}

function writeImages(images: Readonly<Record<string, ImageBehaviour>>): JsonObject {
  return Object.fromEntries(Object.entries(images).map(([image, behaviour]) => [image, writeImage(behaviour)]));
}

function writeImage(behaviour: ImageBehaviour): JsonObject {
  const { missing, pull, crashAfter, crashes, neverReady } = { ...ordinaryImage, ...behaviour };
  return {
    ...(missing ? { missing } : {}),
    ...(pull === null ? {} : { pull: spanText(pull) }),
    ...(crashAfter === null ? {} : { crashAfter: spanText(crashAfter) }),
    ...(crashes === null ? {} : { crashes }),
    ...(neverReady ? { neverReady } : {}),
  };
}

function writeLimits({ until, maxEvents }: Limits): JsonObject {
  return {
    ...(until === defaultLimits.until ? {} : { until: spanText(until) }),
    ...(maxEvents === defaultLimits.maxEvents ? {} : { maxEvents }),
  };
}

/** Leaves out what is null, empty text, list or object: all of these read as absent. */
function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: JsonValue): boolean {
  if (value === null || value === '') return true;
  return Array.isArray(value)
    ? value.length === 0
    : isJsonObject(value) && Object.keys(value).every(key => member(value, key) === undefined);
}
