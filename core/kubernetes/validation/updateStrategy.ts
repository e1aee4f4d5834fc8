import { type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { patternMessage } from '../names/messages.ts';
import { objectOf, partOf, textOf } from './read.ts';
import { invalid, invalidEach, notNegative, notSupported, type Review, required } from './review.ts';

const percentMessage = patternMessage("a valid percent string must be a numeric string followed by an ending '%'", '[0-9]+%', '1%', '93%');

/** How pods are replaced (apps validation, ValidateDaemonSetUpdateStrategy). */
export function reviewUpdateStrategy(review: Review, strategy: JsonObject, path: FieldPath): void {
  const type = textOf(strategy, 'type');
  if (type === 'OnDelete') return;
  if (type === 'RollingUpdate') reviewRolling(review, partOf(strategy, 'rollingUpdate'), child(path, 'rollingUpdate'));
  else notSupported(review, path, inGoForm(strategy), ['RollingUpdate', 'OnDelete'], child(path, 'type'));
}

/** What is wrong with a percentage. */
export function percentProblems(text: string): readonly string[] {
  return /^[0-9]+%$/.test(text) ? [] : [percentMessage];
}

/** Exactly one of the two is not zero, as written: `1%` of one node is none, yet not zero. */
function reviewRolling(review: Review, rolling: JsonObject, path: FieldPath): void {
  const unavailable = member(rolling, 'maxUnavailable') ?? 0;
  const surge = member(rolling, 'maxSurge') ?? 0;
  reviewBudget(review, unavailable, child(path, 'maxUnavailable'));
  reviewBudget(review, surge, child(path, 'maxSurge'));
  reviewHundred(review, unavailable, child(path, 'maxUnavailable'));
  reviewHundred(review, surge, child(path, 'maxSurge'));
  if (amountOf(unavailable) !== 0 && amountOf(surge) !== 0)
    invalid(review, child(path, 'maxSurge'), surge, 'may not be set when maxUnavailable is non-zero');
  if (amountOf(unavailable) === 0 && amountOf(surge) === 0)
    required(review, child(path, 'maxUnavailable'), 'cannot be 0 when maxSurge is 0');
}

function reviewBudget(review: Review, value: JsonValue, path: FieldPath): void {
  if (typeof value === 'string') invalidEach(review, path, value, percentProblems(value));
  else if (typeof value === 'number') notNegative(review, path, value);
}

function reviewHundred(review: Review, value: JsonValue, path: FieldPath): void {
  if (typeof value === 'string' && percentProblems(value).length === 0 && amountOf(value) > 100)
    invalid(review, path, value, 'must not be greater than 100%');
}

/** The number in the value: of a percentage, of an integer, of a text that is one (else 0, as Go's Atoi). */
function amountOf(value: JsonValue): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return 0;
  const digits = /^(?:([0-9]+)%|([+-]?[0-9]+))$/.exec(value);
  return Number(digits?.[1] ?? digits?.[2] ?? 0);
}

function inGoForm(strategy: JsonObject): JsonValue {
  const rolling = objectOf(strategy, 'rollingUpdate');
  const shown = rolling && { MaxUnavailable: member(rolling, 'maxUnavailable') ?? 0, MaxSurge: member(rolling, 'maxSurge') ?? 0 };
  return { Type: textOf(strategy, 'type'), RollingUpdate: shown };
}
