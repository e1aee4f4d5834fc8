import type { JsonValue } from '../../../core/base/json.ts';
import { at, isJsonArray, isJsonObject } from '../../../core/base/json.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import { type DaemonSetText, findDaemonSets, mayHoldDaemonSet } from '../document/daemonSets.ts';
import { indexLines, offsetAt, rangeOf } from '../document/lineIndex.ts';
import { locate } from '../document/locate.ts';
import { type NamedObject, namedObject } from '../document/namedObjects.ts';
import { touches } from '../document/tree.ts';
import type { Step } from '../document/value.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import type { FileMode } from '../settings.ts';
import { kindNamedAt } from './objectFields.ts';

/** What an object is known by. An empty namespace: none is written; it may be any. */
export interface ObjectName {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** A place in a DaemonSet that names an object, in lines of its YAML document. */
export interface ObjectUse extends ObjectName {
  readonly range: Range;
}

/** What stands at an offset: the name of an object, where it is defined or used, or a label of the pods. */
export type ObjectAt =
  | { readonly kind: 'object'; readonly object: ObjectName }
  | { readonly kind: 'label'; readonly labels: ReadonlyMap<string, string>; readonly namespace: string };

export function objectAt(text: string, offset: number, mode: FileMode): ObjectAt | null {
  const defined = namedObject(text);
  if (defined !== null) return isInside(text, defined.range, offset) ? { kind: 'object', object: defined } : null;
  if (!mayHoldDaemonSet(text)) return null;
  for (const daemonSet of findDaemonSets(readYamlDocument(text, mode))) {
    const used = usesIn(daemonSet).find(use => touches(use.span, offset));
    if (used !== undefined) return { kind: 'object', object: used };
    if (isOnPodLabel(daemonSet, offset)) return { kind: 'label', labels: podLabels(daemonSet), namespace: daemonSet.namespace };
  }
  return null;
}

/** The places of a YAML document that name this object. */
export function usesOf(object: ObjectName, text: string, mode: FileMode): readonly ObjectUse[] {
  if (!mayHoldDaemonSet(text) || !text.includes(object.name)) return [];
  const document = readYamlDocument(text, mode);
  return findDaemonSets(document)
    .flatMap(usesIn)
    .filter(use => isSame(use, object))
    .map(({ kind, name, namespace, span }) => ({ kind, name, namespace, range: rangeOf(document.lines, span) }));
}

/** Whether two names can mean the same object. */
export function isSame(a: ObjectName, b: ObjectName): boolean {
  return a.kind === b.kind && a.name === b.name && (a.namespace === b.namespace || a.namespace === '' || b.namespace === '');
}

/** Whether a Service sends to pods with these labels. */
export function selects(service: NamedObject, labels: ReadonlyMap<string, string>, namespace: string): boolean {
  if (service.selector === null) return false;
  const reaches = service.namespace === namespace || service.namespace === '' || namespace === '';
  return reaches && [...service.selector.labels].every(([key, value]) => labels.get(key) === value);
}

interface Use extends ObjectName {
  readonly span: { readonly start: number; readonly end: number };
}

function usesIn(daemonSet: DaemonSetText): readonly Use[] {
  const uses: Use[] = [];
  const visit = (value: JsonValue, path: readonly Step[]): void => {
    if (isJsonArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (isJsonObject(value)) for (const [key, child] of Object.entries(value)) visit(child, [...path, key]);
    else if (typeof value === 'string' && value !== '') take(value, path);
  };
  const take = (name: string, path: readonly Step[]): void => {
    const kind = kindNamedAt(path);
    const place = kind === null ? null : locate(daemonSet.node, path);
    if (kind !== null && place?.depth === path.length) uses.push({ kind, name, namespace: daemonSet.namespace, span: place.node.span });
  };
  visit(at(daemonSet.value, 'spec') ?? null, ['spec']);
  return uses;
}

const labelsPath: readonly Step[] = ['spec', 'template', 'metadata', 'labels'];

function podLabels({ value }: DaemonSetText): ReadonlyMap<string, string> {
  const labels = at(value, ...labelsPath);
  return new Map(isJsonObject(labels) ? Object.entries(labels).map(([key, label]) => [key, String(label)]) : []);
}

function isOnPodLabel(daemonSet: DaemonSetText, offset: number): boolean {
  const place = locate(daemonSet.node, labelsPath);
  return place.depth === labelsPath.length && touches(place.node.span, offset);
}

function isInside(text: string, range: Range, offset: number): boolean {
  const lines = indexLines(text);
  return offsetAt(lines, range.start) <= offset && offset <= offsetAt(lines, range.end);
}
