import type { JsonValue } from '../base/json.ts';

/** One step into an object: a field, a key of a map (shown in brackets), or an index of a list. */
export type PathStep = { readonly field: string } | { readonly key: string } | { readonly index: number };
/** The way from an object's root to a field. */
export type FieldPath = readonly PathStep[];

/** The kinds of error of apimachinery's field.Error, by the cause reason the API server reports. */
export type FieldErrorType =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueNotSupported'
  | 'FieldValueForbidden'
  | 'FieldValueDuplicate'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  | 'InternalError';

/** Why a manifest could not be decoded: a value of another type, an ill-formed quantity, time or other text. */
export type DecodeErrorType = 'TypeError' | 'Quantity' | 'Time' | 'DecodeError';

/** What strict decoding refuses: a field the server does not know, a key written twice in one object. */
export type StrictErrorType = 'UnknownField' | 'DuplicateField';

/** What kubectl refuses before it sends anything: kind or apiVersion are missing, or no cluster knows them. */
export type ClientErrorType = 'NoMatch' | 'Required' | 'Decode';

/** A value the API server refuses: where, which kind, and its words after the path. */
export interface FieldError {
  /** As the server names the place, always with list indexes (the server leaves them out of type errors). */
  readonly path: FieldPath;
  readonly type: FieldErrorType | DecodeErrorType | StrictErrorType | ClientErrorType | 'Conflict';
  /** The server's message after the field path, such as `Invalid value: -1: must be greater than or equal to 0`. */
  readonly message: string;
  readonly value: JsonValue | undefined;
  /** Where the value stands in the manifest, if the server's path names it otherwise (`spec.template.labels` for `spec.template.metadata.labels`). */
  readonly at?: FieldPath;
}

/** Keys and indexes of a path, as they lead through the manifest's JSON. */
export function jsonPathOf(path: FieldPath): readonly (string | number)[] {
  return path.map(step => ('index' in step ? step.index : 'key' in step ? step.key : step.field));
}

/** The path as the API server writes it: `spec.template.spec.containers[0].resources.limits[cpu]`. */
export function formatPath(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if ('index' in step) text += `[${step.index}]`;
    else if ('key' in step) text += `[${step.key}]`;
    else text += text === '' ? step.field : `.${step.field}`;
  }
  return text;
}
