import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';

/** A pure step of defaulting: an object to the same object with something filled in. */
export type Fill = (object: JsonObject) => JsonObject;

/** The steps one after the other. */
export function fills(...steps: readonly Fill[]): Fill {
  return object => steps.reduce((filled, step) => step(filled), object);
}

/** Fills a field that is absent: what Go holds as a pointer, where a written zero counts. */
export function absent(field: string, value: JsonValue): Fill {
  return object => (member(object, field) === undefined ? { ...object, [field]: value } : object);
}

/** Fills a field that is absent, empty or zero: what Go holds as a plain value. */
export function zero(field: string, value: JsonValue): Fill {
  return object => (isZero(member(object, field)) ? { ...object, [field]: value } : object);
}

/** Applies a step to the object in a field, if there is one. */
export function inside(field: string, step: Fill): Fill {
  return object => {
    const value = member(object, field);
    return isJsonObject(value) ? { ...object, [field]: step(value) } : object;
  };
}

/** Applies a step to each object of the list in a field. */
export function each(field: string, step: Fill): Fill {
  return object => {
    const value = member(object, field);
    return isJsonArray(value) ? { ...object, [field]: value.map(entry => (isJsonObject(entry) ? step(entry) : entry)) } : object;
  };
}

/** What Go drops by `omitempty`: nothing, an empty text, 0 or false. */
export function isZero(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '' || value === 0 || value === false;
}
