import { compareOrdinal } from '../../base/compare.ts';
import { goJson, goQuote } from '../goText.ts';
import { labelValueProblems, qualifiedNameProblems } from '../names/labels.ts';
import type { Labels } from '../objects/meta.ts';

/** How a requirement of a selector compares, as Kubernetes names it. */
export type LabelOperator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';

/** One condition of a selector as kubectl's `-l` takes it (apimachinery labels.Requirement). */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: LabelOperator;
  /** Sorted, each once. */
  readonly values: readonly string[];
}

/** What is wrong with a requirement, in Kubernetes' words (NewRequirement); null: nothing. */
export function requirementProblem({ key, operator, values }: LabelRequirement): string | null {
  const problems = [
    ...keyProblems(key, 'key'),
    ...countProblems(operator, values),
    ...values.flatMap((value, index) => {
      const wrong = labelValueProblems(value);
      return wrong.length === 0 ? [] : [`values[${index}][${key}]: Invalid value: ${goQuote(value)}: ${wrong.join('; ')}`];
    }),
  ];
  return problems.length === 0 ? null : problems.length === 1 ? (problems[0] ?? null) : `[${problems.join(', ')}]`;
}

/** What is wrong with a label's key. */
export function keyProblems(key: string, path: string): string[] {
  const wrong = qualifiedNameProblems(key);
  return wrong.length === 0 ? [] : [`${path}: Invalid value: ${goQuote(key)}: ${wrong.join('; ')}`];
}

/** Whether labels meet a requirement. `!=` and `notin` hold for a label that is not there, numbers only compare with numbers. */
export function meetsRequirement({ key, operator, values }: LabelRequirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'exists':
      return value !== undefined;
    case '!':
      return value === undefined;
    case '!=':
    case 'notin':
      return value === undefined || !values.includes(value);
    case 'gt':
    case 'lt':
      return value !== undefined && comparesAs(operator, value, values[0] ?? '');
    default:
      return value !== undefined && values.includes(value);
  }
}

/** One requirement as text: `n>5`, `!old`, `app in (db,web)`. */
export function formatRequirement({ key, operator, values }: LabelRequirement): string {
  switch (operator) {
    case 'exists':
      return key;
    case '!':
      return `!${key}`;
    case 'in':
    case 'notin':
      return `${key} ${operator} (${values.join(',')})`;
    case 'gt':
      return `${key}>${values.join(',')}`;
    case 'lt':
      return `${key}<${values.join(',')}`;
    default:
      return `${key}${operator}${values.join(',')}`;
  }
}

/** Values as Kubernetes keeps them. */
export function sortedValues(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].sort(compareOrdinal);
}

const integer = /^[+-]?[0-9]+$/;
const longest = 9223372036854775807n;

function countProblems(operator: LabelOperator, values: readonly string[]): string[] {
  const complain = (why: string): string[] => [`values: Invalid value: ${values.length === 0 ? 'null' : goJson(values)}: ${why}`];
  switch (operator) {
    case 'in':
    case 'notin':
      return values.length > 0 ? [] : complain("for 'in', 'notin' operators, values set can't be empty");
    case 'exists':
    case '!':
      return values.length === 0 ? [] : complain('values set must be empty for exists and does not exist');
    case 'gt':
    case 'lt':
      if (values.length !== 1) return complain("for 'Gt', 'Lt' operators, exactly one value is required");
      return values.flatMap((value, index) =>
        readInteger(value) !== null
          ? []
          : [`values[${index}]: Invalid value: ${goQuote(value)}: for 'Gt', 'Lt' operators, the value must be an integer`],
      );
    default:
      return values.length === 1 ? [] : complain('exact-match compatibility requires one single value');
  }
}

function comparesAs(operator: 'gt' | 'lt', value: string, bound: string): boolean {
  const [left, right] = [readInteger(value), readInteger(bound)];
  if (left === null || right === null) return false;
  return operator === 'gt' ? left > right : left < right;
}

/** An int64, or null. */
function readInteger(text: string): bigint | null {
  if (!integer.test(text)) return null;
  const number = BigInt(text.replace('+', ''));
  return number > longest || number < -longest - 1n ? null : number;
}
