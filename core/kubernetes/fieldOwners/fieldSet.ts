import { compareOrdinal } from '../../base/compare.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';

/**
 * A set of places in an object, as a tree (structured-merge-diff, fieldpath.Set). A step is written as in FieldsV1: `f:spec`, `k:{"name":"agent"}`
 * (an entry of a list by its keys), `v:"x"` (a word of a list).
 */
export interface FieldSet {
  /** Whether the place itself belongs to the set. */
  readonly member: boolean;
  readonly children: ReadonlyMap<string, FieldSet>;
}

export type FieldPath = readonly string[];

export const noFields: FieldSet = { member: false, children: new Map() };

export function isEmptySet(set: FieldSet): boolean {
  return !set.member && set.children.size === 0;
}

/** A set while it is built. */
interface GrowingSet {
  member: boolean;
  readonly children: Map<string, GrowingSet>;
}

/** The set of some paths. */
export function fieldSetOf(paths: Iterable<FieldPath>): FieldSet {
  const root: GrowingSet = { member: false, children: new Map() };
  for (const path of paths) addPath(root, path);
  return root;
}

function addPath(root: GrowingSet, path: FieldPath): void {
  let set = root;
  for (const step of path) {
    const below = set.children.get(step) ?? { member: false, children: new Map() };
    set.children.set(step, below);
    set = below;
  }
  set.member = true;
}

export function union(a: FieldSet, b: FieldSet): FieldSet {
  if (isEmptySet(a)) return b;
  const children = new Map(a.children);
  for (const [step, inner] of b.children) children.set(step, union(children.get(step) ?? noFields, inner));
  return { member: a.member || b.member, children };
}

/** What is in `a` and not in `b`. */
export function difference(a: FieldSet, b: FieldSet): FieldSet {
  return kept(
    a,
    (step, inner) => {
      const other = b.children.get(step);
      return other === undefined ? inner : difference(inner, other);
    },
    a.member && !b.member,
  );
}

export function intersection(a: FieldSet, b: FieldSet): FieldSet {
  return kept(
    a,
    (step, inner) => {
      const other = b.children.get(step);
      return other === undefined ? noFields : intersection(inner, other);
    },
    a.member && b.member,
  );
}

function kept(set: FieldSet, change: (step: string, inner: FieldSet) => FieldSet, member: boolean): FieldSet {
  const children = new Map<string, FieldSet>();
  for (const [step, inner] of set.children) {
    const changed = change(step, inner);
    if (!isEmptySet(changed)) children.set(step, changed);
  }
  return { member, children };
}

/** Every path of the set: first the members of a level, then what lies below; both in order. */
export function pathsOf(set: FieldSet): readonly FieldPath[] {
  const paths: FieldPath[] = [];
  collect(set, [], paths);
  return paths;
}

function collect(set: FieldSet, path: FieldPath, paths: FieldPath[]): void {
  const steps = [...set.children].sort(([a], [b]) => compareOrdinal(a, b));
  for (const [step, inner] of steps) if (inner.member) paths.push([...path, step]);
  for (const [step, inner] of steps) collect(inner, [...path, step], paths);
}

/** As metav1.FieldsV1: a place that belongs to the set beside places below it is marked by `.`. */
export function fieldsV1(set: FieldSet): JsonObject {
  const own: [string, JsonValue][] = set.member && set.children.size > 0 ? [['.', {}]] : [];
  const inner = [...set.children]
    .sort(([a], [b]) => compareOrdinal(a, b))
    .map(([step, below]): [string, JsonValue] => [step, fieldsV1(below)]);
  return Object.fromEntries([...own, ...inner]);
}

const deepest = 100;

/** Reads FieldsV1; null: it is none. */
export function readFieldsV1(value: JsonValue | undefined, depth = 0): FieldSet | null {
  if (!isJsonObject(value) || depth > deepest) return null;
  const children = new Map<string, FieldSet>();
  for (const [step, inner] of Object.entries(value)) {
    if (step === '.') continue;
    const below = isStep(step) ? readFieldsV1(inner, depth + 1) : null;
    if (below === null) return null;
    children.set(step, below);
  }
  return { member: depth > 0 && (children.size === 0 || Object.hasOwn(value, '.')), children };
}

/** A name, the keys of an entry, a word, or a number. */
function isStep(step: string): boolean {
  const rest = step.slice(2);
  if (step.startsWith('f:')) return true;
  if (step.startsWith('i:')) return /^\d+$/.test(rest);
  if (!step.startsWith('k:') && !step.startsWith('v:')) return false;
  try {
    const value: JsonValue = JSON.parse(rest);
    return step.startsWith('v:') || isJsonObject(value);
  } catch {
    return false;
  }
}

/** `.spec.containers[name="agent"].image` */
export function fieldPathText(path: FieldPath): string {
  return path.map(stepText).join('');
}

function stepText(step: string): string {
  const rest = step.slice(2);
  if (step.startsWith('f:')) return `.${rest}`;
  if (!step.startsWith('k:')) return step.startsWith('v:') ? `[=${rest}]` : `[${rest}]`;
  const keys = JSON.parse(rest) as JsonValue;
  const pairs = isJsonObject(keys) ? Object.entries(keys) : [];
  return `[${pairs.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
}
