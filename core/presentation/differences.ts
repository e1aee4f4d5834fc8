import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../base/json.ts';
import { templateGenerationAnnotation } from '../kubernetes/decoding/templateGeneration.ts';

/** A place at which two manifests differ; undefined: there is nothing on that side. */
export interface Difference {
  /** Steps from the root; items of named lists by their index in the manifest (in the baseline, when they are gone). */
  readonly steps: readonly (string | number)[];
  /** The same as a path: `spec.template.spec.containers[0].image`. */
  readonly path: string;
  /** The names of the list items on the way, by step: the container, the variable. */
  readonly names: Readonly<Record<number, string>>;
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

/** What an API server fills in, or a client writes: never an edit. */
const ignored = new Set(['status', 'apiVersion', 'kind']);
const ignoredMeta = new Set([
  'creationTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
  'namespace',
  'name',
]);
const ignoredAnnotations = new Set(['kubectl.kubernetes.io/last-applied-configuration', templateGenerationAnnotation]);

/** All differences between two manifests of a DaemonSet, in the order of the manifest: the smallest fields, not whole blocks. */
export function differences(baseline: JsonObject, manifest: JsonObject): Difference[] {
  const found: Difference[] = [];
  compare(baseline, manifest, [], {}, found);
  return found;
}

type Names = Readonly<Record<number, string>>;

function compare(
  from: JsonValue | undefined,
  to: JsonValue | undefined,
  steps: readonly (string | number)[],
  names: Names,
  found: Difference[],
): void {
  if (isIgnored(steps) || isSame(from, to)) return;
  if (isJsonObject(from) && isJsonObject(to)) {
    const keys = [...Object.keys(to), ...Object.keys(from).filter(key => !Object.hasOwn(to, key))];
    for (const key of keys) compare(member(from, key), member(to, key), [...steps, key], names, found);
  } else if (isNamedList(from) && isNamedList(to)) compareLists(from, to, steps, names, found);
  else found.push({ steps, path: pathText(steps), names, from, to });
}

function compareLists(
  from: readonly JsonValue[],
  to: readonly JsonValue[],
  steps: readonly (string | number)[],
  names: Names,
  found: Difference[],
): void {
  const before = new Map(from.map(item => [nameOf(item), item]));
  for (const [index, item] of to.entries()) {
    compare(before.get(nameOf(item)), item, [...steps, index], { ...names, [steps.length]: nameOf(item) }, found);
    before.delete(nameOf(item));
  }
  for (const [name, item] of before) compare(item, undefined, [...steps, from.indexOf(item)], { ...names, [steps.length]: name }, found);
}

/** Equal, or both empty in Go's sense: a field that is not there and an empty map, list or text are one. */
function isSame(from: JsonValue | undefined, to: JsonValue | undefined): boolean {
  if (isNothing(from) || isNothing(to)) return isNothing(from) && isNothing(to);
  return from !== undefined && to !== undefined && jsonEquals(from, to);
}

function isNothing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null;
}

function isIgnored(steps: readonly (string | number)[]): boolean {
  const [first, second, third] = steps;
  if (steps.length === 1) return ignored.has(String(first));
  if (first !== 'metadata') return false;
  return steps.length === 2 ? ignoredMeta.has(String(second)) : second === 'annotations' && ignoredAnnotations.has(String(third));
}

function isNamedList(value: JsonValue | undefined): value is readonly JsonValue[] {
  if (!isJsonArray(value) || value.length === 0) return false;
  const names = value.map(nameOf);
  return names.every(name => name !== '') && new Set(names).size === names.length;
}

function nameOf(item: JsonValue): string {
  const name = member(item, 'name');
  return typeof name === 'string' ? name : '';
}

function pathText(steps: readonly (string | number)[]): string {
  return steps.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}
