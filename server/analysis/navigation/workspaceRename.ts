import { dnsSubdomainProblems } from '../../../core/kubernetes/names/dns.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import { findDaemonSets, mayHoldDaemonSet } from '../document/daemonSets.ts';
import { indexLines, offsetAt, rangeOf } from '../document/lineIndex.ts';
import { locate } from '../document/locate.ts';
import { namedObject } from '../document/namedObjects.ts';
import { touches } from '../document/tree.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import type { FileMode } from '../settings.ts';
import { isSame, type ObjectName, podLabels, selects, usesOf } from './objectNames.ts';
import { occurrencesIn } from './occurrences.ts';
import { writeName } from './rename.ts';

/** A replacement in lines of a YAML document. */
export interface RenameEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The pods of a DaemonSet, as Services find them. */
export interface Pods {
  readonly labels: ReadonlyMap<string, string>;
  readonly namespace: string;
}

/** Why no object can be called `name` (DNS subdomains: apimachinery's NameIsDNSSubdomain); null when it can. */
export function refuseObjectName(kind: string, name: string): string | null {
  return dnsSubdomainProblems(name).length === 0 ? null : `A ${kind} is named by at most 253 lower-case letters, digits, dashes and dots.`;
}

/** The places of a YAML document at which an object is defined or named, with its new name. */
export function objectEdits(text: string, object: ObjectName, newName: string, mode: FileMode): readonly RenameEdit[] {
  const lines = indexLines(text);
  const edit = (range: Range): RenameEdit => {
    const span = { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) };
    const isInQuotes = /["']/.test(text[span.start - 1] ?? '');
    return { range, newText: isInQuotes ? newName : writeName(newName, text, span) };
  };
  const defined = namedObject(text);
  const own = defined !== null && isSame(defined, object) ? [edit(defined.range)] : [];
  return [...own, ...usesOf(object, text, mode).map(use => edit(use.range))];
}

/** The value of a label that a Service asks for, at an offset of its YAML document. */
export interface SelectorValue {
  readonly key: string;
  readonly value: string;
  readonly range: Range;
}

export function selectorValueAt(text: string, offset: number, mode: FileMode): SelectorValue | null {
  const service = namedObject(text);
  if (service?.selector == null) return null;
  for (const [key, value] of service.selector.labels) {
    const span = selectorSpan(text, key, mode);
    if (span !== null && touches(span, offset)) return { key, value, range: rangeOf(indexLines(text), span) };
  }
  return null;
}

/** The pods of the DaemonSets of a YAML document that a Service of another one sends to. */
export function podsSelected(text: string, serviceText: string, mode: FileMode): readonly Pods[] {
  const service = namedObject(serviceText);
  if (service === null || !mayHoldDaemonSet(text)) return [];
  return findDaemonSets(readYamlDocument(text, mode))
    .map(daemonSet => ({ labels: podLabels(daemonSet), namespace: daemonSet.namespace }))
    .filter(pods => selects(service, pods.labels, pods.namespace));
}

/** The value of a label in the selector of a Service that sends to some of these pods. */
export function serviceLabelEdits(
  text: string,
  pods: readonly Pods[],
  key: string,
  newValue: string,
  mode: FileMode,
): readonly RenameEdit[] {
  const service = namedObject(text);
  if (service?.selector?.labels.has(key) !== true || !pods.some(one => selects(service, one.labels, one.namespace))) return [];
  const span = selectorSpan(text, key, mode);
  return span === null ? [] : [{ range: rangeOf(indexLines(text), span), newText: writeName(newValue, text, span) }];
}

/** The value of a label in the DaemonSets that have some of these pods: in the template and in the selector. */
export function podLabelEdits(text: string, pods: readonly Pods[], key: string, newValue: string, mode: FileMode): readonly RenameEdit[] {
  if (!mayHoldDaemonSet(text)) return [];
  const document = readYamlDocument(text, mode);
  return findDaemonSets(document)
    .filter(daemonSet => pods.some(one => one.namespace === daemonSet.namespace && sameLabels(one.labels, podLabels(daemonSet))))
    .flatMap(daemonSet => occurrencesIn(daemonSet).filter(one => one.kind === 'label' && one.scope === key))
    .map(({ span }) => ({ range: rangeOf(document.lines, span), newText: writeName(newValue, text, span) }));
}

function selectorSpan(text: string, key: string, mode: FileMode) {
  const { root } = readYamlDocument(text, mode);
  const place = root === null ? null : locate(root, ['spec', 'selector', key]);
  return place?.depth === 3 && place.node.kind === 'scalar' ? place.node.span : null;
}

function sameLabels(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
