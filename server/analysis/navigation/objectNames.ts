import type { JsonValue } from '../../../core/base/json.ts';
import { at, isJsonArray, isJsonObject } from '../../../core/base/json.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import { type DaemonSetText, findDaemonSets, mayHoldDaemonSet } from '../document/daemonSets.ts';
import { indexLines, offsetAt, rangeOf } from '../document/lineIndex.ts';
import { locate } from '../document/locate.ts';
import { type NamedObject, namedObject } from '../document/namedObjects.ts';
import { touches } from '../document/tree.ts';
import type { Step } from '../document/value.ts';
import { mayHoldWorkload, type Workload, workloadsIn } from '../document/workloads.ts';
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
  | { readonly kind: 'object'; readonly object: ObjectName; readonly range: Range }
  | { readonly kind: 'label'; readonly labels: ReadonlyMap<string, string>; readonly namespace: string };

export function objectAt(text: string, offset: number, mode: FileMode): ObjectAt | null {
  const defined = namedObject(text);
  if (defined !== null) return isInside(text, defined.range, offset) ? { kind: 'object', object: defined, range: defined.range } : null;
  if (!mayHoldDaemonSet(text)) return null;
  const document = readYamlDocument(text, mode);
  for (const daemonSet of findDaemonSets(document)) {
    const pods: Workload = { ...daemonSet, kind: 'DaemonSet', template: ['spec', 'template'] };
    const used = usesIn(pods).find(use => touches(use.span, offset));
    if (used !== undefined) return { kind: 'object', object: used, range: rangeOf(document.lines, used.span) };
    if (isOnPodLabel(daemonSet, offset)) return { kind: 'label', labels: podLabels(daemonSet), namespace: daemonSet.namespace };
  }
  return null;
}

/** The places of a YAML document that name this object: in the pods of any workload, and in the bindings of a service account. */
export function usesOf(object: ObjectName, text: string, mode: FileMode): readonly ObjectUse[] {
  if (!text.includes(object.name) || !mayHoldWorkload(text)) return [];
  const document = readYamlDocument(text, mode);
  return workloadsIn(document)
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

function usesIn(workload: Workload): readonly Use[] {
  return workload.template === null ? subjectsOf(workload) : usesInPod(workload, workload.template);
}

function usesInPod({ node, value, namespace }: Workload, template: readonly Step[]): readonly Use[] {
  const uses: Use[] = [];
  const visit = (here: JsonValue, inPod: readonly Step[]): void => {
    if (isJsonArray(here)) for (const [index, item] of here.entries()) visit(item, [...inPod, index]);
    else if (isJsonObject(here)) for (const [key, child] of Object.entries(here)) visit(child, [...inPod, key]);
    else if (typeof here === 'string' && here !== '') take(here, inPod);
  };
  const take = (name: string, inPod: readonly Step[]): void => {
    // A pod is the same wherever it is described; the schema knows the one of a DaemonSet.
    const kind = kindNamedAt(['spec', 'template', 'spec', ...inPod]);
    const path = [...template, 'spec', ...inPod];
    const place = kind === null ? null : locate(node, path);
    if (kind !== null && place?.depth === path.length) uses.push({ kind, name, namespace, span: place.node.span });
  };
  visit(at(value, ...template, 'spec') ?? null, []);
  return uses;
}

/** The service accounts that a binding grants rights to. */
function subjectsOf({ node, value, namespace }: Workload): readonly Use[] {
  const subjects = at(value, 'subjects');
  if (!isJsonArray(subjects)) return [];
  return subjects.flatMap((subject, index): Use[] => {
    const name = at(subject, 'name');
    if (at(subject, 'kind') !== 'ServiceAccount' || typeof name !== 'string') return [];
    const own = at(subject, 'namespace');
    const place = locate(node, ['subjects', index, 'name']);
    return [{ kind: 'ServiceAccount', name, namespace: typeof own === 'string' ? own : namespace, span: place.node.span }];
  });
}

const labelsPath: readonly Step[] = ['spec', 'template', 'metadata', 'labels'];

/** The labels of a DaemonSet's pods. */
export function podLabels({ value }: DaemonSetText): ReadonlyMap<string, string> {
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
