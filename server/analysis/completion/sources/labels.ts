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
  if (others === undefined) return isPodSelector(request) ? podLabels(request) : [];
  const found = others.flatMap(path => keysOf(at(request.manifest(), ...path), `in ${path.join('.')}`));
  return [...found, ...usual.map(value => ({ value, detail: 'recommended label' }))];
};

/** Values of labels: what the other side has under the same key. */
export const labelValues: ValueSource = request => {
  const key = request.path.at(-1);
  const others = partners[request.path.slice(0, -1).join('.')];
  if (typeof key !== 'string' && request.field !== 'values') return [];
  if (others === undefined) return [...selectorKeys(request), ...selectorValues(request)];
  const found = others.flatMap(path => textOf(at(request.manifest(), ...path, String(key)), `in ${path.join('.')}`));
  return found.length > 0 ? found : textOf(at(request.manifest(), 'metadata', 'name'), 'the name of this DaemonSet');
};

/** Keys that the pods of a spread or an affinity are told apart by; the DaemonSet controller adds one of its own. */
export const matchLabelKeys: ValueSource = request =>
  ['matchLabelKeys', 'mismatchLabelKeys'].includes(request.field)
    ? [...podLabels(request), { value: 'controller-revision-hash', detail: 'a label the DaemonSet controller adds' }]
    : [];

function selectorKeys(request: ValueRequest): readonly Suggestion[] {
  return request.type === 'LabelSelectorRequirement' && request.field === 'key' ? podLabels(request) : [];
}

/** The value of the pods' label that is asked for: below its key in matchLabels, or beside its key in matchExpressions. */
function selectorValues(request: ValueRequest): readonly Suggestion[] {
  const { path, type, field, manifest } = request;
  const beside = type === 'LabelSelectorRequirement' && field === 'values' ? at(manifest(), ...path.slice(0, -2), 'key') : undefined;
  const key = isPodSelector(request) ? path.at(-1) : beside;
  return typeof key === 'string' ? textOf(at(manifest(), ...templateLabels, key), 'the value that the pods have') : [];
}

function podLabels(request: ValueRequest): readonly Suggestion[] {
  return keysOf(at(request.manifest(), ...templateLabels), 'a label of the pods');
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
