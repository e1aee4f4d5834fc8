import { compareOrdinal } from '../../base/compare.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { goQuote } from '../goText.ts';
import { objectsOf, pairsOf, textOf, textsOf } from '../validation/read.ts';
import { formatLabelSelector, type LabelRequirements } from './parse.ts';
import { type LabelOperator, type LabelRequirement, requirementProblem, sortedValues } from './requirement.ts';

const operators: Readonly<Record<string, LabelOperator>> = { In: 'in', NotIn: 'notin', Exists: 'exists', DoesNotExist: '!' };

/** The requirements of a decoded selector object (metav1.LabelSelectorAsSelector); null: no selector, which takes nothing. Or what is wrong, in Kubernetes' words. */
export function requirementsOf(selector: JsonValue): { readonly requirements: LabelRequirements | null } | { readonly error: string } {
  if (!isJsonObject(selector)) return { requirements: null };
  const requirements = [
    ...pairsOf(selector, 'matchLabels').map(([key, value]): LabelRequirement => ({ key, operator: '=', values: [value] })),
  ];
  for (const expression of objectsOf(selector, 'matchExpressions')) {
    const requirement = requirementOf(expression);
    if (typeof requirement === 'string') return { error: requirement };
    requirements.push(requirement);
  }
  for (const requirement of requirements) {
    const problem = requirementProblem(requirement);
    if (problem !== null) return { error: problem };
  }
  return { requirements: requirements.sort((a, b) => compareOrdinal(a.key, b.key)) };
}

/** As kubectl shows a selector in a column (metav1.FormatLabelSelector). */
export function shownLabelSelector(selector: JsonValue): string {
  const read = requirementsOf(selector);
  if ('error' in read) return '<error>';
  return formatLabelSelector(read.requirements ?? []) || '<none>';
}

function requirementOf(expression: JsonObject): LabelRequirement | string {
  const name = textOf(expression, 'operator');
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) return `${goQuote(name)} is not a valid label selector operator`;
  return { key: textOf(expression, 'key'), operator, values: sortedValues(textsOf(expression, 'values')) };
}
