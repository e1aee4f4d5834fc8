import { at, isJsonArray, type JsonValue } from '../../../core/base/json.ts';
import type { Range } from '../../../core/protocol/lsp.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { rangeOf } from '../document/lineIndex.ts';
import { headOf, locate } from '../document/locate.ts';
import type { Step } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';

export type OutlineKind = 'daemonSet' | 'strategy' | 'selector' | 'template' | 'container' | 'initContainer' | 'volume' | 'tolerations';

/** An entry of the outline, in lines of its YAML document. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly OutlineEntry[];
}

/** What a reader looks for in a DaemonSet: strategy, selector, containers, volumes. */
export function outlineDaemonSet(document: YamlDocument, daemonSet: DaemonSetText): OutlineEntry {
  const pod: readonly Step[] = ['spec', 'template', 'spec'];
  const one = (kind: OutlineKind, name: string, path: readonly Step[], detail: string) =>
    entryAt(document, daemonSet, { kind, name, path, detail });
  const each = (kind: OutlineKind, list: string, detail: (item: JsonValue) => string) =>
    listAt(document, daemonSet, { kind, path: [...pod, list], detail });
  const children = [
    one('strategy', 'updateStrategy', ['spec', 'updateStrategy'], strategyDetail(daemonSet.value)),
    one('selector', 'selector', ['spec', 'selector'], labelsDetail(at(daemonSet.value, 'spec', 'selector', 'matchLabels'))),
    one('tolerations', 'tolerations', [...pod, 'tolerations'], countDetail(at(daemonSet.value, ...pod, 'tolerations'))),
    ...each('initContainer', 'initContainers', item => textAt(item, 'image')),
    ...each('container', 'containers', item => textAt(item, 'image')),
    ...each('volume', 'volumes', volumeDetail),
  ].filter(entry => entry !== null);
  return {
    kind: 'daemonSet',
    name: daemonSet.name === '' ? 'DaemonSet' : daemonSet.name,
    detail: daemonSet.namespace,
    range: rangeOf(document.lines, daemonSet.span),
    selection: rangeOf(document.lines, headOf(daemonSet.node)),
    children: [...children].sort((a, b) => a.range.start.line - b.range.start.line),
  };
}

interface Wanted {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly path: readonly Step[];
  readonly detail: string;
}

function entryAt(document: YamlDocument, daemonSet: DaemonSetText, wanted: Wanted): OutlineEntry | null {
  const place = locate(daemonSet.node, wanted.path);
  if (place.depth < wanted.path.length) return null;
  const { start, end } = place.node.span;
  const key = place.key ?? headOf(place.node);
  const inside = daemonSet.span.start <= key.start && key.start <= start && end <= daemonSet.span.end;
  const whole = inside ? { start: key.start, end } : key;
  const { kind, name, detail } = wanted;
  return { kind, name, detail, range: rangeOf(document.lines, whole), selection: rangeOf(document.lines, key), children: [] };
}

function listAt(
  document: YamlDocument,
  daemonSet: DaemonSetText,
  wanted: { readonly kind: OutlineKind; readonly path: readonly Step[]; readonly detail: (item: JsonValue) => string },
): readonly (OutlineEntry | null)[] {
  const items = at(daemonSet.value, ...wanted.path);
  if (!isJsonArray(items)) return [];
  return items.map((item, index) => {
    const name = textAt(item, 'name') || `${String(wanted.path.at(-1))}[${index}]`;
    return entryAt(document, daemonSet, { kind: wanted.kind, name, path: [...wanted.path, index], detail: wanted.detail(item) });
  });
}

function strategyDetail(value: JsonValue): string {
  const strategy = at(value, 'spec', 'updateStrategy');
  const type = textAt(strategy, 'type') || 'RollingUpdate';
  const limits = ['maxUnavailable', 'maxSurge'].flatMap(limit => {
    const written = at(strategy, 'rollingUpdate', limit);
    return typeof written === 'string' || typeof written === 'number' ? [`${limit} ${written}`] : [];
  });
  return [type, ...limits].join(' · ');
}

function labelsDetail(labels: JsonValue | undefined): string {
  return typeof labels === 'object' && labels !== null
    ? Object.entries(labels)
        .map(([key, value]) => `${key}=${String(value)}`)
        .join(',')
    : '';
}

function countDetail(list: JsonValue | undefined): string {
  return isJsonArray(list) ? String(list.length) : '';
}

/** The kind of volume: its key beside the name. */
function volumeDetail(volume: JsonValue): string {
  const source = typeof volume === 'object' && volume !== null ? Object.keys(volume).find(key => key !== 'name') : undefined;
  return source ?? '';
}

function textAt(value: JsonValue | undefined, key: string): string {
  const found = at(value, key);
  return typeof found === 'string' ? found : '';
}
