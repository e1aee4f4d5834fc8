import { at, isJsonObject, type JsonValue } from '../../../../core/base/json.ts';
import type { Suggestion, ValueRequest, ValueSource } from '../valueSource.ts';

const templateLabels = ['spec', 'template', 'metadata', 'labels'] as const;
const matchLabels = ['spec', 'selector', 'matchLabels'] as const;
const ownLabels = ['metadata', 'labels'] as const;

/** Where labels correspond: the selector and the template's labels have to be the same, the DaemonSet's own ones mostly are. */
const partners: { readonly [path: string]: readonly (readonly string[])[] } = {
  'spec.selector.matchLabels': [templateLabels, ownLabels],
  'spec.template.metadata.labels': [matchLabels, ownLabels],
  'metadata.labels': [templateLabels, matchLabels],
};

const usual = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/component',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/version',
  'app',
  'k8s-app',
];

/** Keys of labels: those of the other side first, then the recommended ones. */
export const labelKeys: ValueSource = request => {
  const others = partners[request.path.join('.')];
  if (others === undefined) return isPodSelector(request) ? keysOf(at(request.manifest(), ...templateLabels), 'a label of the pods') : [];
  const found = others.flatMap(path => keysOf(at(request.manifest(), ...path), `in ${path.join('.')}`));
  return [...found, ...usual.map(value => ({ value, detail: 'recommended label' }))];
};

/** Values of labels: what the other side has under the same key. */
export const labelValues: ValueSource = request => {
  const key = request.path.at(-1);
  const others = partners[request.path.slice(0, -1).join('.')];
  if (typeof key !== 'string') return [];
  if (others === undefined) return selectorValues(request);
  const found = others.flatMap(path => textOf(at(request.manifest(), ...path, key), `in ${path.join('.')}`));
  return found.length > 0 ? found : textOf(at(request.manifest(), 'metadata', 'name'), 'the name of this DaemonSet');
};

/** In a matchExpressions of the DaemonSet's own selector. */
function selectorValues(request: ValueRequest): readonly Suggestion[] {
  const inSelector = request.path.slice(0, 3).join('.') === 'spec.selector.matchExpressions';
  return inSelector && request.field === 'key' ? keysOf(at(request.manifest(), ...templateLabels), 'a label of the template') : [];
}

/** A label selector inside affinity or topology spread: it is about pods, most likely these. */
function isPodSelector({ type, field }: ValueRequest): boolean {
  return type === 'LabelSelector' && field === 'matchLabels';
}

function keysOf(labels: JsonValue | undefined, detail: string): readonly Suggestion[] {
  return isJsonObject(labels) ? Object.keys(labels).map(value => ({ value, detail, reference: true })) : [];
}

function textOf(value: JsonValue | undefined, detail: string): readonly Suggestion[] {
  return typeof value === 'string' && value !== '' ? [{ value, detail, reference: true, preselect: true }] : [];
}
