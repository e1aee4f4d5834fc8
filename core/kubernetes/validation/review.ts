import type { JsonValue } from '../../base/json.ts';
import type { FieldError, FieldErrorType, FieldPath } from '../fieldError.ts';
import { goJson, goQuote, goValue } from '../goText.ts';
import { inWordsOf } from '../names/messages.ts';
import type { KubernetesVersion } from '../versions.ts';

/** One review of an object: the rules of a version, and what they found so far. Rules add to it in the server's order. */
export interface Review {
  readonly version: KubernetesVersion;
  /** Also what follows only from another mistake: a mount of a volume that is there, but wrong. The server says both, an editor does not want to. */
  readonly cascades: boolean;
  readonly found: FieldError[];
}

/** Where a value stands, if the server's path names it otherwise. */
type At = FieldPath | undefined;

/** The value is ill-formed, or out of bounds (field.Invalid). */
export function invalid(review: Review, path: FieldPath, value: JsonValue | undefined, detail: string, at?: At): void {
  add(review, path, 'FieldValueInvalid', `Invalid value: ${goValue(value)}: ${detail}`, value, at);
}

/** As {@link invalid}, of a word whose type is Kubernetes' own, or that may be absent: the server prints it as JSON. */
export function invalidWord(review: Review, path: FieldPath, word: string, detail: string, at?: At): void {
  add(review, path, 'FieldValueInvalid', `Invalid value: ${goJson(word)}: ${detail}`, word, at);
}

/** One error a message, as names with more than one fault get. */
export function invalidEach(review: Review, path: FieldPath, value: JsonValue, details: readonly string[], at?: At): void {
  for (const detail of details) invalid(review, path, value, detail, at);
}

/** The field must be there (field.Required). */
export function required(review: Review, path: FieldPath, detail = '', at?: At): void {
  add(review, path, 'FieldValueRequired', `Required value${detail === '' ? '' : `: ${detail}`}`, undefined, at);
}

/** The field must not be there (field.Forbidden). */
export function forbidden(review: Review, path: FieldPath, detail: string, at?: At): void {
  add(review, path, 'FieldValueForbidden', `Forbidden: ${detail}`, undefined, at);
}

/** The word is none of the few that are known (field.NotSupported). */
export function notSupported(review: Review, path: FieldPath, value: JsonValue, supported: readonly string[], at?: At): void {
  const list = supported.map(goQuote).join(', ');
  add(review, path, 'FieldValueNotSupported', `Unsupported value: ${goJson(value)}: supported values: ${list}`, value, at);
}

/** As {@link notSupported}, of a text that Kubernetes has no type of its own for: the server prints it quoted. */
export function notSupportedText(review: Review, path: FieldPath, value: string, supported: readonly string[], at?: At): void {
  const list = supported.map(goQuote).join(', ');
  add(review, path, 'FieldValueNotSupported', `Unsupported value: ${goQuote(value)}: supported values: ${list}`, value, at);
}

/** The name was given before (field.Duplicate). */
export function duplicate(review: Review, path: FieldPath, value: JsonValue, at?: At): void {
  add(review, path, 'FieldValueDuplicate', `Duplicate value: ${goValue(value)}`, value, at);
}

/** What the name stands for is not there (field.NotFound). */
export function notFound(review: Review, path: FieldPath, value: JsonValue, detail = ''): void {
  add(review, path, 'FieldValueNotFound', `Not found: ${goValue(value)}${detail === '' ? '' : `: ${detail}`}`, value, undefined);
}

/** The text has more bytes than it may (field.TooLong). */
export function tooLong(review: Review, path: FieldPath, value: JsonValue, bytes: number): void {
  add(review, path, 'FieldValueTooLong', `Too long: may not be more than ${bytes} bytes`, value, undefined);
}

/** The list has more entries than it may (field.TooMany). */
export function tooMany(review: Review, path: FieldPath, count: number, limit: number): void {
  add(review, path, 'FieldValueTooMany', `Too many: ${count}: must have at most ${limit} items`, count, undefined);
}

/** A number of seconds, retries, … that must not be negative. */
export function notNegative(review: Review, path: FieldPath, value: number): void {
  if (value < 0) invalid(review, path, value, 'must be greater than or equal to 0');
}

/** One of a few words; where the field may be empty the caller asks first. */
export function oneOf(review: Review, path: FieldPath, value: string, supported: readonly string[], at?: At): void {
  if (!supported.includes(value)) notSupported(review, path, value, supported, at);
}

/** One of a few words, and there at all. */
export function oneOfRequired(review: Review, path: FieldPath, value: string, supported: readonly string[], why = ''): void {
  if (value === '') required(review, path, why);
  else oneOf(review, path, value, supported);
}

/** Nobody mends more at once, and no file may cost more than its length. */
const mostErrors = 2000;

function add(review: Review, path: FieldPath, type: FieldErrorType, message: string, value: JsonValue | undefined, at: At): void {
  if (review.found.length >= mostErrors) return;
  review.found.push({ path, type, message: inWordsOf(review.version, message), value, ...(at !== undefined && { at }) });
}
