import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { invalid, type Review } from './review.ts';
import { reviewTolerations } from './tolerations.ts';

/** The annotation that held a pod's tolerations before there was a field; nobody reads it, but the server still looks at it. */
export const tolerationsAnnotation = 'scheduler.alpha.kubernetes.io/tolerations';

/** A list of tolerations as JSON (ValidateTolerationsInPodAnnotations). `path`: of the annotations; `at`: of this one. */
export function reviewTolerationsAnnotation(review: Review, text: string, path: FieldPath, at: FieldPath): void {
  const tolerations = readTolerations(text);
  if (typeof tolerations === 'string') invalid(review, path, tolerationsAnnotation, tolerations, at);
  else reviewTolerations(review, tolerations, child(path, tolerationsAnnotation));
}

/** The list, or Go's words for what it is not. */
function readTolerations(text: string): readonly JsonObject[] | string {
  const value = parseJson(text);
  if (value === undefined) return notJson(text);
  if (value === null) return [];
  if (!isJsonArray(value)) return `json: cannot unmarshal ${kindOf(value)} into Go value of type []core.Toleration`;
  const other = value.find(entry => entry !== null && !isJsonObject(entry));
  if (other !== undefined) return `json: cannot unmarshal ${kindOf(other)} into Go value of type core.Toleration`;
  return value.map(entry => (isJsonObject(entry) ? withFieldNames(entry) : {}));
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function notJson(text: string): string {
  const rest = text.trimStart();
  if (rest === '') return 'unexpected end of JSON input';
  const start = rest.slice(0, 1);
  return /[[{"tfn0-9-]/.test(start)
    ? `invalid character in JSON: ${rest.slice(0, 40)}`
    : `invalid character '${start}' looking for beginning of value`;
}

function kindOf(value: JsonValue): string {
  if (isJsonObject(value)) return 'object';
  if (isJsonArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

const fields: readonly string[] = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'];

/** Go takes the names of fields in any case. */
function withFieldNames(entry: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [fields.find(field => field.toLowerCase() === key.toLowerCase()) ?? key, value] as const),
  );
}
