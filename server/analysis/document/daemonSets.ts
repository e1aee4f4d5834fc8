import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../../core/base/json.ts';
import { leadsInto } from './leadsInto.ts';
import { childNamed, type Mapping, type Node, type Span } from './tree.ts';
import { readValue, type Step, type ValueProblem } from './value.ts';
import type { YamlDocument } from './yamlDocument.ts';

/** A DaemonSet as it stands in a YAML document. */
export interface DaemonSetText {
  /** The way from the document's root to it: empty, or `items` and an index in a List. */
  readonly path: readonly Step[];
  readonly node: Mapping;
  readonly span: Span;
  /** What Kubernetes reads there. */
  readonly value: JsonObject;
  readonly problems: readonly ValueProblem[];
  readonly name: string;
  readonly namespace: string;
}

/** Quick: whether a text can hold a DaemonSet at all. Most files of a workspace need no more than this look. */
export function mayHoldDaemonSet(text: string): boolean {
  return text.includes('DaemonSet');
}

/** The DaemonSets (`apiVersion: apps/v1`, `kind: DaemonSet`) of a document, items of a List included, in order. */
export function findDaemonSets(document: YamlDocument): readonly DaemonSetText[] {
  if (document.root === null || !mayHoldDaemonSet(document.text)) return [];
  const { value, problems } = readValue(document.root);
  const found: DaemonSetText[] = [];
  const take = (node: Node | null, object: JsonValue | undefined, path: readonly Step[]): void => {
    if (node?.kind === 'mapping' && isJsonObject(object) && isDaemonSet(object)) found.push(describe(node, object, path, problems));
  };
  take(document.root, value, []);
  const list = childNamed(document.root, 'items');
  const items = member(value, 'items');
  if (isList(value) && list?.kind === 'sequence' && isJsonArray(items)) {
    list.items.forEach((item, index) => {
      take(item, items[index], ['items', index]);
    });
  }
  return found;
}

/** `namespace/name`, the name under which a cluster knows it; without a namespace it is the default one. */
export function keyOfDaemonSet({ namespace, name }: Pick<DaemonSetText, 'namespace' | 'name'>): string {
  return `${namespace === '' ? 'default' : namespace}/${name}`;
}

export function isDaemonSet(object: JsonValue): object is JsonObject {
  return member(object, 'kind') === 'DaemonSet' && member(object, 'apiVersion') === 'apps/v1';
}

/** A List, or the typed one that some tools write. */
export function isList(object: JsonValue): boolean {
  const kind = member(object, 'kind');
  return kind === 'List' || kind === 'DaemonSetList';
}

function describe(node: Mapping, value: JsonObject, path: readonly Step[], problems: readonly ValueProblem[]): DaemonSetText {
  return {
    path,
    node,
    span: node.span,
    value,
    problems: problems.filter(problem => leadsInto(problem.path, path)),
    name: textOf(at(value, 'metadata', 'name')),
    namespace: textOf(at(value, 'metadata', 'namespace')),
  };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
