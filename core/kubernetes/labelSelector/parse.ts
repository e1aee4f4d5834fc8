import { compareOrdinal } from '../../base/compare.ts';
import type { Labels } from '../objects/meta.ts';
import {
  formatRequirement,
  keyProblems,
  type LabelOperator,
  type LabelRequirement,
  meetsRequirement,
  requirementProblem,
  sortedValues,
} from './requirement.ts';
import { type SelectorToken, selectorTokens } from './tokens.ts';

/** A selector as kubectl's `-l` takes it: all requirements must be met. */
export type LabelRequirements = readonly LabelRequirement[];

/** Parses `app=web,tier in (front,back),!old,n>5` as apimachinery labels.Parse does; or what is wrong, in its words. */
export function parseLabelSelector(text: string): { readonly requirements: LabelRequirements } | { readonly error: string } {
  const reader: Reader = { tokens: selectorTokens(text), position: 0 };
  const requirements: LabelRequirement[] = [];
  try {
    while (readNext(reader, requirements)) {}
  } catch (error) {
    if (error instanceof Unparsable) return { error: error.message };
    throw error;
  }
  return { requirements: requirements.sort((a, b) => compareOrdinal(a.key, b.key)) };
}

/** The selector as Kubernetes prints it: `app=web,tier in (back,front)`. */
export function formatLabelSelector(requirements: LabelRequirements): string {
  return requirements.map(formatRequirement).join(',');
}

/** Whether labels meet all requirements; none: they do. */
export function meetsAll(requirements: LabelRequirements, labels: Labels): boolean {
  return requirements.every(requirement => meetsRequirement(requirement, labels));
}

/** Leaves the parser from any depth; never leaves this file. */
class Unparsable extends Error {}

interface Reader {
  readonly tokens: readonly SelectorToken[];
  position: number;
}

const end: SelectorToken = { kind: 'end', text: '' };

function peek(reader: Reader): SelectorToken {
  return reader.tokens[reader.position] ?? end;
}

function take(reader: Reader): SelectorToken {
  const token = peek(reader);
  reader.position++;
  return token;
}

function starts(token: SelectorToken): boolean {
  return token.kind === 'word' || token.text === '!';
}

/** False: the text is at its end. */
function readNext(reader: Reader, requirements: LabelRequirement[]): boolean {
  const first = peek(reader);
  if (first.kind === 'end') return false;
  if (!starts(first)) throw new Unparsable(`found '${first.text}', expected: !, identifier, or 'end of string'`);
  requirements.push(readRequirement(reader));
  const after = take(reader);
  if (after.kind === 'end') return false;
  if (after.text !== ',' || after.kind !== 'symbol') throw new Unparsable(`found '${after.text}', expected: ',' or 'end of string'`);
  if (!starts(peek(reader))) throw new Unparsable(`found '${peek(reader).text}', expected: identifier after ','`);
  return true;
}

function readRequirement(reader: Reader): LabelRequirement {
  const fail = (message: string): never => {
    throw new Unparsable(`unable to parse requirement: ${message}`);
  };
  let token = take(reader);
  const absent = token.kind === 'symbol' && token.text === '!';
  if (absent) token = take(reader);
  if (token.kind !== 'word') fail(`found '${token.text}', expected: identifier`);
  const key = token.text;
  const wrongKey = keyProblems(key, '<nil>')[0];
  if (wrongKey !== undefined) fail(wrongKey);
  const requirement = absent || isLast(peek(reader)) ? without(key, absent) : readComparison(reader, key, fail);
  const problem = requirementProblem(requirement);
  return problem === null ? requirement : fail(problem);
}

function without(key: string, absent: boolean): LabelRequirement {
  return { key, operator: absent ? '!' : 'exists', values: [] };
}

function isLast(token: SelectorToken): boolean {
  return token.kind === 'end' || (token.kind === 'symbol' && token.text === ',');
}

const operators: Readonly<Record<string, LabelOperator>> = {
  in: 'in',
  notin: 'notin',
  '=': '=',
  '==': '==',
  '!=': '!=',
  '>': 'gt',
  '<': 'lt',
};

type Fail = (message: string) => never;

function readComparison(reader: Reader, key: string, fail: Fail): LabelRequirement {
  const token = take(reader);
  const operator = Object.hasOwn(operators, token.text) ? operators[token.text] : undefined;
  if (operator === undefined) return fail(`found '${token.text}', expected: in, notin, =, ==, !=, gt, lt`);
  const values = operator === 'in' || operator === 'notin' ? readValues(reader, fail) : [readExact(reader, fail)];
  return { key, operator, values: sortedValues(values) };
}

function readExact(reader: Reader, fail: Fail): string {
  if (isLast(peek(reader))) return '';
  const token = take(reader);
  return token.kind === 'word' ? token.text : fail(`found '${token.text}', expected: identifier`);
}

function readValues(reader: Reader, fail: Fail): readonly string[] {
  const open = take(reader);
  if (open.text !== '(') return fail(`found '${open.text}' expected: '('`);
  const first = peek(reader);
  if (first.text === ')') {
    take(reader);
    return [''];
  }
  if (first.kind !== 'word' && first.text !== ',') return fail(`found '${first.text}', expected: ',', ')' or identifier`);
  const values = readList(reader, fail);
  take(reader);
  return values;
}

/** The closing parenthesis stays. Two commas, or one at an end, have an empty value between. */
function readList(reader: Reader, fail: Fail): readonly string[] {
  const values: string[] = [];
  for (;;) {
    const token = take(reader);
    const next = peek(reader);
    if (token.kind === 'word') {
      values.push(token.text);
      if (next.text === ')') return values;
      if (next.text !== ',') return fail(`found '${next.text}', expected: ',' or ')'`);
    } else if (token.text === ',') {
      if (values.length === 0 || next.text === ')') values.push('');
      if (next.text === ')') return values;
      if (next.text === ',') {
        take(reader);
        values.push('');
      }
    } else return fail(`found '${token.text}', expected: ',', or identifier`);
  }
}
