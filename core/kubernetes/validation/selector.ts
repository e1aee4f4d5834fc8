import { isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { labelValueProblems, qualifiedNameProblems } from '../names/labels.ts';
import { reviewLabelSelector } from './labels.ts';
import { objectOf, objectsOf, pairsOf, partOf, textOf, textsOf } from './read.ts';
import { invalid, type Review } from './review.ts';

/** The selector of a DaemonSet: well-formed, not empty, and matching its own template. */
export function reviewSelector(review: Review, spec: JsonObject, path: FieldPath): void {
  reviewLabelSelector(review, spec, 'selector', path);
  const selector = objectOf(spec, 'selector');
  const meta = partOf(partOf(spec, 'template'), 'metadata');
  if (matches(selector, new Map(pairsOf(meta, 'labels'))) === false) {
    const labels: JsonValue = sorted(member(meta, 'labels'));
    const at = selector === null ? child(path, 'selector') : undefined;
    invalid(review, child(path, 'template', 'metadata', 'labels'), labels, '`selector` does not match template `labels`', at);
  }
  if (selector !== null && pairsOf(selector, 'matchLabels').length + objectsOf(selector, 'matchExpressions').length === 0)
    invalid(review, child(path, 'selector'), {}, 'empty selector is invalid for daemonset');
}

/** A selector as the server shows it in a message. */
export function shownSelector(selector: JsonObject | null): JsonValue {
  if (selector === null) return null;
  const labels = member(selector, 'matchLabels');
  const expressions = objectsOf(selector, 'matchExpressions').map(requirement => ({
    key: textOf(requirement, 'key'),
    operator: textOf(requirement, 'operator'),
    ...(textsOf(requirement, 'values').length > 0 && { values: textsOf(requirement, 'values') }),
  }));
  return {
    ...(isJsonObject(labels) && Object.keys(labels).length > 0 && { matchLabels: sorted(labels) }),
    ...(expressions.length > 0 && { matchExpressions: expressions }),
  };
}

/** Whether the selector takes the labels; undefined: it is no selector (LabelSelectorAsSelector). None at all takes nothing. */
function matches(selector: JsonObject | null, labels: ReadonlyMap<string, string>): boolean | undefined {
  if (selector === null) return false;
  const verdicts = [
    ...pairsOf(selector, 'matchLabels').map(([key, value]) =>
      labelValueProblems(value).length > 0 || qualifiedNameProblems(key).length > 0 ? undefined : labels.get(key) === value,
    ),
    ...objectsOf(selector, 'matchExpressions').map(requirement => matchesRequirement(requirement, labels)),
  ];
  return verdicts.includes(undefined) ? undefined : verdicts.every(verdict => verdict === true);
}

function matchesRequirement(requirement: JsonObject, labels: ReadonlyMap<string, string>): boolean | undefined {
  const key = textOf(requirement, 'key');
  const values = textsOf(requirement, 'values');
  const value = labels.get(key);
  if (qualifiedNameProblems(key).length > 0 || values.some(one => labelValueProblems(one).length > 0)) return undefined;
  switch (textOf(requirement, 'operator')) {
    case 'In':
      return values.length === 0 ? undefined : value !== undefined && values.includes(value);
    case 'NotIn':
      return values.length === 0 ? undefined : value === undefined || !values.includes(value);
    case 'Exists':
      return values.length > 0 ? undefined : value !== undefined;
    case 'DoesNotExist':
      return values.length > 0 ? undefined : value === undefined;
    default:
      return undefined;
  }
}

function sorted(labels: JsonValue | undefined): JsonValue {
  return isJsonObject(labels) ? Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))) : null;
}
