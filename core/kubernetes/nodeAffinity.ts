import { labelValueProblems, qualifiedNameProblems } from './names/labels.ts';
import type { Labels } from './objects/meta.ts';
import type { Node } from './objects/node.ts';
import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from './objects/podTemplate.ts';

/** The first key of a nodeSelector that the labels lack (`actual` null) or have with another value; null: all match. */
export function mismatchedLabel(
  nodeSelector: Labels,
  labels: Labels,
): { readonly key: string; readonly wanted: string; readonly actual: string | null } | null {
  for (const key of Object.keys(nodeSelector)) {
    const wanted = nodeSelector[key] ?? '';
    const actual = Object.hasOwn(labels, key) ? (labels[key] ?? '') : null;
    if (actual !== wanted) return { key, wanted, actual };
  }
  return null;
}

/**
 * Whether one term of a required node affinity matches the node (component-helpers, scheduling/corev1/nodeaffinity).
 * A term with no requirement matches nothing, nor does a term that cannot be read; others still may.
 */
export function requiredAffinityMatches(selector: NodeSelector, node: Node): boolean {
  return selector.terms.some(term => termMatches(term, node));
}

function termMatches(term: NodeSelectorTerm, node: Node): boolean {
  if (term.matchExpressions.length === 0 && term.matchFields.length === 0) return false;
  return (
    term.matchExpressions.every(requirement => expressionMatches(requirement, node.labels) && canBeRead(requirement)) &&
    term.matchFields.every(requirement => fieldMatches(requirement, node.name))
  );
}

/** Whether key and values are ones that a label could have (labels.NewRequirement); asked last, as it is rarely false. */
function canBeRead({ key, values }: NodeSelectorRequirement): boolean {
  return qualifiedNameProblems(key).length === 0 && values.every(value => labelValueProblems(value).length === 0);
}

function expressionMatches(requirement: NodeSelectorRequirement, labels: Labels): boolean {
  const { key, operator, values } = requirement;
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return values.length > 0 && (value === undefined || !values.includes(value));
    case 'Exists':
      return values.length === 0 && value !== undefined;
    case 'DoesNotExist':
      return values.length === 0 && value === undefined;
    case 'Gt':
    case 'Lt':
      return value !== undefined && comparesAs(operator, value, values);
    default:
      return false;
  }
}

function comparesAs(operator: 'Gt' | 'Lt', value: string, values: readonly string[]): boolean {
  const [bound] = values;
  const left = parseInt64(value);
  const right = bound === undefined || values.length !== 1 ? null : parseInt64(bound);
  if (left === null || right === null) return false;
  return operator === 'Gt' ? left > right : left < right;
}

/** Only In and NotIn with exactly one value; any field but `metadata.name` is empty. */
function fieldMatches({ key, operator, values }: NodeSelectorRequirement, name: string): boolean {
  const [wanted] = values;
  if (wanted === undefined || values.length !== 1) return false;
  const actual = key === 'metadata.name' ? name : '';
  if (operator === 'In') return actual === wanted;
  return operator === 'NotIn' && actual !== wanted;
}

/** As Go's strconv.ParseInt(text, 10, 64): an optional sign and digits, in the range of 64 bits; otherwise null. */
export function parseInt64(text: string): bigint | null {
  if (!/^[+-]?[0-9]+$/.test(text)) return null;
  const digits = text.replace(/^\+/, '');
  if (digits.replace(/^-?0*/, '').length > 19) return null;
  const value = BigInt(digits);
  return value >= -(2n ** 63n) && value < 2n ** 63n ? value : null;
}
