import { canonicalJson, type JsonObject } from '../base/json.ts';
import { templateGenerationAnnotation } from './decoding/templateGeneration.ts';
import { asReturned } from './defaulting/asReturned.ts';
import { fillDaemonSet } from './defaulting/daemonSet.ts';
import { dropDisabledFields } from './defaulting/droppedFields.ts';
import { sameQuantities } from './defaulting/sameQuantities.ts';
import { rootType } from './schema/schema.ts';
import { generatedName } from './validation/objectMeta.ts';
import { has, numberOf, partOf, textOf } from './validation/read.ts';
import type { KubernetesVersion } from './versions.ts';

/** A decoded DaemonSet with defaults and what the registry does before it validates one that is created (pkg/registry/apps/daemonset, PrepareForCreate). */
export function prepareForCreate(decoded: JsonObject, version: KubernetesVersion, keepPlaces = false): JsonObject {
  const filled = withTemplateSpec(fillDaemonSet(decoded), spec => dropDisabledFields(spec, version, keepPlaces));
  const meta = partOf(filled, 'metadata');
  const generation = Math.max(1, templateGenerationOf(meta));
  return withMeta(without(filled, ['status']), {
    ...without(meta, serverFields),
    ...(textOf(meta, 'name') === '' && textOf(meta, 'generateName') !== '' && { name: generatedName(textOf(meta, 'generateName')) }),
    namespace: textOf(meta, 'namespace') || 'default',
    generation: 1,
    annotations: { ...partOf(meta, 'annotations'), [templateGenerationAnnotation]: String(generation) },
  });
}

/** A DaemonSet as the registry is about to store it over another. */
export interface PreparedUpdate {
  readonly object: JsonObject;
  /** The spec differs: `metadata.generation` grows. */
  readonly generationBumped: boolean;
  /** The template differs: a rollout. */
  readonly templateBumped: boolean;
}

/**
 * A decoded DaemonSet that replaces another one, which is decoded, too: generations grow where spec or template differ in meaning, and what the server itself
 * wrote into the old one stays (PrepareForUpdate, BeforeUpdate).
 */
export function prepareForUpdate(decoded: JsonObject, old: JsonObject, version: KubernetesVersion, keepPlaces = false): PreparedUpdate {
  const created = prepareForCreate(decoded, version, keepPlaces);
  const stored = prepareForCreate(old, version, keepPlaces);
  const templateBumped = differ('PodTemplateSpec', templateOf(created), templateOf(stored), version);
  const generationBumped = templateBumped || differ('DaemonSetSpec', partOf(created, 'spec'), partOf(stored, 'spec'), version);
  const before = partOf(old, 'metadata');
  const meta = partOf(created, 'metadata');
  const templateGeneration = templateGenerationOf(partOf(stored, 'metadata')) + (templateBumped ? 1 : 0);
  const object = withMeta(created, {
    ...meta,
    ...Object.fromEntries(keptFields.filter(field => has(before, field)).map(field => [field, before[field] ?? null])),
    generation: Math.max(1, numberOf(before, 'generation')) + (generationBumped ? 1 : 0),
    annotations: { ...partOf(meta, 'annotations'), [templateGenerationAnnotation]: String(templateGeneration) },
  });
  return { object, generationBumped, templateBumped };
}

/** As the server would answer with it. */
export function returned(object: JsonObject, version: KubernetesVersion): JsonObject {
  return asReturned(rootType, object, version);
}

/** `spec.templateGeneration` out of its annotation; 0: none. */
export function templateGenerationOf(meta: JsonObject): number {
  return Number(textOf(partOf(meta, 'annotations'), templateGenerationAnnotation) || 0);
}

function templateOf(object: JsonObject): JsonObject {
  return partOf(partOf(object, 'spec'), 'template');
}

/** Semantic.DeepEqual: nil and empty lists are equal, and quantities of the same amount. */
function differ(type: string, a: JsonObject, b: JsonObject, version: KubernetesVersion): boolean {
  const plain = (value: JsonObject): string => canonicalJson(sameQuantities(type, asReturned(type, value, version)));
  return plain(a) !== plain(b);
}

const serverFields: readonly string[] = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'managedFields',
  'selfLink',
  'uid',
];

/** What an update cannot change: it is taken over from the stored object. */
const keptFields: readonly string[] = ['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'resourceVersion', 'uid'];

function withMeta(object: JsonObject, meta: JsonObject): JsonObject {
  return { ...object, metadata: meta };
}

function withTemplateSpec(object: JsonObject, change: (spec: JsonObject) => JsonObject): JsonObject {
  const spec = partOf(object, 'spec');
  const template = partOf(spec, 'template');
  return { ...object, spec: { ...spec, template: { ...template, spec: change(partOf(template, 'spec')) } } };
}

function without(object: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}
