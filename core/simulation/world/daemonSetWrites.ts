import { canonicalJson, isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';
import { templateGenerationAnnotation } from '../../kubernetes/decoding/templateGeneration.ts';
import { formatPath } from '../../kubernetes/fieldError.ts';
import { judgeDaemonSet } from '../../kubernetes/judge.ts';
import { type DaemonSet, emptyDaemonSetStatus } from '../../kubernetes/objects/daemonSet.ts';
import { type Labels, objectKey } from '../../kubernetes/objects/meta.ts';
import { readDaemonSet } from '../../kubernetes/objects/readDaemonSet.ts';
import type { Scenario } from '../scenario.ts';
import type { Admissions, Admitted } from './admissions.ts';
import { putDaemonSet } from './store.ts';
import { nextResourceVersion, nextUid, type World, wholeSeconds } from './world.ts';

/** Judges a manifest, or remembers how it was judged. */
export function admit(scenario: Scenario, manifest: JsonObject, old: JsonObject | null, admissions: Admissions): Admitted {
  const known = admissions.get(manifest) ?? [];
  const { kubernetesVersion: version, kubelet } = scenario;
  const same = known.find(one => one.version === version && one.kubelet === kubelet.kind && one.old === old);
  if (same !== undefined) return same.admitted;
  const admitted = judge(scenario, manifest, old);
  admissions.set(manifest, [...known, { version, kubelet: kubelet.kind, old, admitted }]);
  return admitted;
}

/** The recorded world takes whatever can be read, as no API server stood there. */
function judge(scenario: Scenario, manifest: JsonObject, old: JsonObject | null): Admitted {
  const fixed = scenario.kubelet.kind === 'fixed';
  const options = { version: scenario.kubernetesVersion, ...(old === null ? {} : { old }) };
  const verdict = fixed ? null : judgeDaemonSet(manifest, options);
  if (verdict !== null && verdict.errors.length > 0) {
    return {
      ok: false,
      problems: verdict.errors.map(error => ({
        path: error.path.map(stepOf),
        message: `${formatPath(error.path)}: ${error.message}`,
        value: error.value,
      })),
    };
  }
  return takeAsIs(verdict?.object ?? manifest);
}

/** Takes a manifest that is not judged (any more): it only has to be one that can be read. */
export function takeAsIs(manifest: JsonObject): Admitted {
  const json = stored(manifest);
  const read = readDaemonSet(json);
  return read.ok ? { ok: true, json, daemonSet: read.value } : { ok: false, problems: read.problems };
}

function stepOf(step: { readonly field: string } | { readonly key: string } | { readonly index: number }): string | number {
  return 'index' in step ? step.index : 'key' in step ? step.key : step.field;
}

/** What is kept as JSON: identity, labels, annotations and spec. */
function stored(manifest: JsonObject): JsonObject {
  const metadata = member(manifest, 'metadata');
  const pick = (key: string): JsonValue | undefined => member(metadata, key);
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: {
      name: pick('name') ?? null,
      namespace: pick('namespace') ?? 'default',
      ...(isJsonObject(pick('labels')) ? { labels: pick('labels') ?? {} } : {}),
      ...(isJsonObject(pick('annotations')) ? { annotations: pick('annotations') ?? {} } : {}),
    },
    spec: member(manifest, 'spec') ?? {},
  };
}

/** A new DaemonSet: generation 1, template generation 1, empty status. */
export function createDaemonSet(world: World, json: JsonObject, read: DaemonSet): DaemonSet {
  const daemonSet: DaemonSet = {
    ...read,
    uid: nextUid(world),
    annotations: { ...read.annotations, [templateGenerationAnnotation]: '1' },
    createdAt: wholeSeconds(world.now),
    generation: 1,
    status: emptyDaemonSetStatus,
    resourceVersion: nextResourceVersion(world),
  };
  world.manifests.set(objectKey(daemonSet), json);
  putDaemonSet(world, daemonSet);
  return daemonSet;
}

/**
 * An update (registry/apps/daemonset strategy.PrepareForUpdate): the template changed → its generation and the generation grow; another part of the spec
 * changed → the generation grows; only labels or annotations → neither. Nothing changed → nothing is written; in the recorded world it was.
 */
export function updateDaemonSet(world: World, before: DaemonSet, json: JsonObject, read: DaemonSet): void {
  const old = world.manifests.get(objectKey(before)) ?? {};
  const sameTemplate = jsonEquals(before.spec.template.json, read.spec.template.json);
  const sameSpec = sameTemplate && canonicalJson(member(old, 'spec') ?? null) === canonicalJson(member(json, 'spec') ?? null);
  const generation = Number(before.annotations[templateGenerationAnnotation] ?? 1) + (sameTemplate ? 0 : 1);
  const annotations: Labels = { ...read.annotations, [templateGenerationAnnotation]: String(generation) };
  const same = sameSpec && jsonEquals(annotations, before.annotations) && jsonEquals(read.labels, before.labels);
  if (same && world.scenario.kubelet.kind !== 'fixed') return;
  world.manifests.set(objectKey(before), json);
  putDaemonSet(world, {
    ...before,
    labels: read.labels,
    annotations,
    generation: before.generation + (sameSpec ? 0 : 1),
    spec: sameTemplate ? { ...read.spec, template: before.spec.template } : read.spec,
    resourceVersion: nextResourceVersion(world),
  });
}
