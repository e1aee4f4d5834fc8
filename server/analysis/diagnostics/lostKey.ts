import { type FieldError, formatPath } from '../../../core/kubernetes/fieldError.ts';
import { childrenOf, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { leadsInto } from '../document/leadsInto.ts';
import { lineBreakOf, lineOf } from '../document/lineIndex.ts';
import { locate, type Place } from '../document/locate.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, type Fix, finding } from '../finding.ts';

/** An error, its path and its place in the text. */
export interface PlacedError {
  readonly error: FieldError;
  readonly path: JsonPath;
  readonly place: Place;
}

/**
 * A key whose line is not there while what belongs below it is: its children now seem to belong to what stands above them. One mistake, though the API
 * server sees many: fields that nobody knows, a field that is missing, names that are declared nowhere.
 */
interface LostKey {
  /** Where the key would be. */
  readonly home: JsonPath;
  /** The object or the list that its children have gone to. */
  readonly host: JsonPath;
  /** The children: fields unknown to `host`, in order of the text. */
  readonly children: readonly PlacedError[];
}

/** One unknown field is a slip of another kind, unless something else is missing where it would belong. */
const fewestChildren = 2;

/** Tells each lost key once. `rest` are the errors that have nothing to do with one. */
export function findLostKeys<T extends PlacedError>(
  document: YamlDocument,
  daemonSet: DaemonSetText,
  placed: readonly T[],
): { readonly found: readonly Finding[]; readonly rest: readonly T[] } {
  const lost = groupByHost(placed)
    .map(group => lostKeyOf(daemonSet, group, placed))
    .filter(one => one !== null);
  return {
    found: lost.map(key => toFinding(document, daemonSet, key)),
    rest: placed.filter(one => !lost.some(key => explains(key, one))),
  };
}

function groupByHost<T extends PlacedError>(placed: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of placed.filter(({ error, place }) => error.type === 'UnknownField' && place.key !== null)) {
    const key = JSON.stringify(hostOf(one.path));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** The object an unknown field stands in; for one in an item of a list, the list. */
function hostOf(path: JsonPath): JsonPath {
  return path.slice(0, typeof path.at(-2) === 'number' ? -2 : -1);
}

function lostKeyOf(daemonSet: DaemonSetText, group: readonly PlacedError[], all: readonly PlacedError[]): LostKey | null {
  const [first] = group;
  if (first === undefined) return null;
  const host = hostOf(first.path);
  if (host.length === 0) return null;
  const parent = host.slice(0, -1);
  const inList = typeof first.path.at(-2) === 'number';
  const homes = [...childrenOf(parent).entries()]
    .filter(([name, facts]) => (inList ? facts.kind === 'list' : facts.kind === 'object') && name !== 'ephemeralContainers')
    .map(([name]) => [...parent, name])
    .filter(home => locate(daemonSet.node, home).depth < home.length && hasAll(home, inList, group));
  const home = homes.find(one => all.some(error => misses(error, one))) ?? (group.length < fewestChildren ? undefined : homes[0]);
  if (home === undefined) return null;
  return { home, host, children: [...group].sort((a, b) => startOf(a) - startOf(b)) };
}

function hasAll(home: JsonPath, inList: boolean, group: readonly PlacedError[]): boolean {
  const fields = childrenOf(inList ? [...home, 0] : home);
  return group.every(({ path }) => fields.has(String(path.at(-1))));
}

/** Whether an error says that something is not there which would be in `home`. */
function misses({ error, path }: Pick<PlacedError, 'error' | 'path'>, home: JsonPath): boolean {
  if (error.type === 'FieldValueNotFound')
    return home.at(-1) === 'volumes' && path.some(step => step === 'volumeMounts' || step === 'volumeDevices');
  return error.type === 'FieldValueRequired' && leadsInto(path, home);
}

/** Its children, what is wrong in the list items that are its own, and what lies in the place it has left empty. */
function explains(key: LostKey, { error, path }: PlacedError): boolean {
  if (misses({ error, path }, key.home) || leadsInto(path, key.home) || key.children.some(child => child.error === error)) return true;
  return key.children.some(child => typeof child.path.at(-2) === 'number' && leadsInto(path, child.path.slice(0, -1)));
}

function startOf({ place }: PlacedError): number {
  return place.key?.start ?? place.node.span.start;
}

function toFinding(document: YamlDocument, daemonSet: DaemonSetText, key: LostKey): Finding {
  const [first, ...others] = key.children;
  const name = String(key.home.at(-1));
  const where = first === undefined ? '' : formatPath(first.error.path);
  const span = first?.place.key ?? daemonSet.span;
  const inItem = typeof first?.path.at(-2) === 'number';
  const below = inItem ? locate(daemonSet.node, first.path.slice(0, -1)).node.span.start : span.start;
  const fix = insertKey(document, daemonSet, key, below);
  return finding({
    rule: 'unknown-field',
    reason: 'UnknownField',
    severity: 'error',
    span,
    path: where,
    message: `Unknown field "${where}"${others.length === 0 ? ': it belongs' : `, and ${others.length} more below it: they belong`} into "${name}". Is the line "${name}:" missing above?`,
    related: others.slice(0, 10).map(({ place, path }) => ({
      span: place.key ?? place.node.span,
      message: `"${String(path.at(-1))}" belongs into "${name}" too.`,
    })),
    fixes: fix === null ? [] : [fix],
  });
}

/** The line of the key above its first child, as far in as the key that has taken the children. */
function insertKey(document: YamlDocument, daemonSet: DaemonSetText, { home, host }: LostKey, child: number): Fix | null {
  const hostKey = locate(daemonSet.node, host).key;
  if (hostKey === null) return null;
  const lineStart = (offset: number): number => document.lines.starts[lineOf(document.lines, offset)] ?? 0;
  const column = hostKey.start - lineStart(hostKey.start);
  const start = lineStart(child);
  if (document.text.slice(start, child).replace('-', ' ').trim() !== '') return null;
  const newline = lineBreakOf(document.text);
  const newText = `${' '.repeat(column)}${String(home.at(-1))}:${newline}`;
  return { title: `Insert "${String(home.at(-1))}:" above`, preferred: true, edits: [{ span: { start, end: start }, newText }] };
}
