import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { FieldFacts } from '../schema/fieldFacts.ts';
import { fieldOf } from '../schema/schema.ts';

/** How far the owners of a value share it (OpenAPI's x-kubernetes-list-type, -list-map-keys and -map-type). */
export type FieldShape =
  /** One value with one owner: scalars, atomic objects and lists. */
  | { readonly kind: 'whole' }
  /** An object of an API type. */
  | { readonly kind: 'object'; readonly type: string }
  /** An object whose fields are listed here; those that are not are {@link unknownShape}. */
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, FieldShape>> }
  /** Any key, each with an owner of its own. */
  | { readonly kind: 'map'; readonly of: FieldShape }
  /** A list whose entries are told apart by some of their fields. */
  | { readonly kind: 'list'; readonly keys: readonly string[]; readonly of: FieldShape }
  /** A list of words, each with an owner of its own. */
  | { readonly kind: 'set' }
  /** Nothing is known: objects are maps, lists are whole. */
  | { readonly kind: 'unknown' };

export const whole: FieldShape = { kind: 'whole' };
export const unknownShape: FieldShape = { kind: 'unknown' };

export function recordShape(fields: Readonly<Record<string, FieldShape>>): FieldShape {
  return { kind: 'record', fields };
}

export function listShape(keys: readonly string[], of: FieldShape = unknownShape): FieldShape {
  return { kind: 'list', keys, of };
}

/** The shape of a field of an object. */
export function shapeOfField(shape: FieldShape, field: string): FieldShape {
  if (shape.kind === 'map') return shape.of;
  if (shape.kind === 'record') return (Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined) ?? unknownShape;
  if (shape.kind !== 'object') return unknownShape;
  const facts = fieldOf(shape.type, field);
  return facts === undefined ? unknownShape : shapeOfFacts(facts);
}

function shapeOfFacts(facts: FieldFacts): FieldShape {
  const inner: FieldShape = facts.ref === undefined ? unknownShape : { kind: 'object', type: facts.ref };
  if (facts.kind === 'object') return facts.atomic === true ? whole : inner;
  if (facts.kind === 'map') return facts.atomic === true ? whole : { kind: 'map', of: inner };
  if (facts.kind !== 'list' || facts.listType === undefined || facts.listType === 'atomic') return whole;
  return facts.listType === 'set' ? { kind: 'set' } : { kind: 'list', keys: facts.listMapKeys ?? [], of: inner };
}

/** Whether a field is known by name, not by being a key that anyone chooses. */
export function isNamedField(shape: FieldShape, field: string): boolean {
  if (shape.kind === 'record') return Object.hasOwn(shape.fields, field);
  return shape.kind === 'object' && fieldOf(shape.type, field) !== undefined;
}

/** The parts of a value that have owners of their own; null: it is whole. An absent or null value has no parts. */
export type Parts =
  | { readonly of: 'fields'; readonly entries: ReadonlyMap<string, JsonValue> }
  | { readonly of: 'entries'; readonly entries: ReadonlyMap<string, JsonValue> };

/** Takes a value apart. Entries of a list whose keys are not unique, and lists of the wrong kind, are whole. */
export function partsOf(value: JsonValue | undefined, shape: FieldShape): Parts | null {
  if (isJsonObject(value) && shape.kind !== 'whole' && shape.kind !== 'list' && shape.kind !== 'set')
    return { of: 'fields', entries: new Map(Object.entries(value).map(([key, inner]) => [`f:${key}`, inner])) };
  if (!isJsonArray(value) || (shape.kind !== 'list' && shape.kind !== 'set')) return null;
  const entries = new Map(value.map(entry => [entryStep(entry, shape), entry]));
  return entries.size === value.length ? { of: 'entries', entries } : null;
}

/** How an entry of a list is called: by its keys, or by its value. */
export function entryStep(entry: JsonValue, shape: FieldShape): string {
  if (shape.kind !== 'list') return `v:${JSON.stringify(entry)}`;
  const keys: [string, JsonValue][] = [...shape.keys].sort().flatMap(key => {
    const value = member(entry, key) ?? (key === 'protocol' ? 'TCP' : undefined);
    return value === undefined ? [] : [[key, value]];
  });
  return `k:${JSON.stringify(Object.fromEntries(keys))}`;
}

/** The shape of a part. */
export function shapeOfPart(shape: FieldShape, step: string): FieldShape {
  if (shape.kind === 'list') return shape.of;
  return shape.kind === 'set' ? whole : shapeOfField(shape, step.slice(2));
}

/** The object without some fields at its top and in its metadata. */
export function withoutFields(object: JsonObject, top: readonly string[], meta: readonly string[]): JsonObject {
  const metadata = member(object, 'metadata');
  const rest = Object.fromEntries(Object.entries(object).filter(([key]) => !top.includes(key)));
  if (!isJsonObject(metadata)) return rest;
  return { ...rest, metadata: Object.fromEntries(Object.entries(metadata).filter(([key]) => !meta.includes(key))) };
}
