import { isJsonArray, isJsonObject, type JsonObject, member } from '../../base/json.ts';

/** Reading a decoded object, where every value has its field's type: what is absent reads as Go's zero. */

const nothing: JsonObject = {};

/** Whether a field is written: what Go holds as a pointer is not nil. */
export function has(object: JsonObject, field: string): boolean {
  return member(object, field) !== undefined;
}

/** The text in a field; absent: empty. */
export function textOf(object: JsonObject, field: string): string {
  const value = member(object, field);
  return typeof value === 'string' ? value : '';
}

/** The number in a field; absent: 0. */
export function numberOf(object: JsonObject, field: string): number {
  const value = member(object, field);
  return typeof value === 'number' ? value : 0;
}

/** The flag in a field; absent: false. */
export function flagOf(object: JsonObject, field: string): boolean {
  return member(object, field) === true;
}

/** The object in a field; absent: null. */
export function objectOf(object: JsonObject, field: string): JsonObject | null {
  const value = member(object, field);
  return isJsonObject(value) ? value : null;
}

/** The object in a field that Go holds as a part of its parent: empty when absent. */
export function partOf(object: JsonObject, field: string): JsonObject {
  return objectOf(object, field) ?? nothing;
}

/** The objects of the list in a field. */
export function objectsOf(object: JsonObject, field: string): readonly JsonObject[] {
  const value = member(object, field);
  return isJsonArray(value) ? value.map(entry => (isJsonObject(entry) ? entry : nothing)) : [];
}

/** The texts of the list in a field. */
export function textsOf(object: JsonObject, field: string): readonly string[] {
  const value = member(object, field);
  return isJsonArray(value) ? value.map(entry => (typeof entry === 'string' ? entry : '')) : [];
}

/** The numbers of the list in a field. */
export function numbersOf(object: JsonObject, field: string): readonly number[] {
  const value = member(object, field);
  return isJsonArray(value) ? value.map(entry => (typeof entry === 'number' ? entry : 0)) : [];
}

/** The pairs of a map of texts: labels, annotations, quantities. */
export function pairsOf(object: JsonObject, field: string): readonly (readonly [string, string])[] {
  const value = member(object, field);
  return isJsonObject(value) ? Object.entries(value).map(([key, text]) => [key, typeof text === 'string' ? text : ''] as const) : [];
}
