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

/** A value the API server refuses: where, which kind, and its words after the path. */
export interface FieldError {
  readonly path: FieldPath;
  readonly type: FieldErrorType;
  /** The server's message after the field path, such as `Invalid value: -1: must be greater than or equal to 0`. */
  readonly message: string;
  readonly value: JsonValue | undefined;
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
