import type { FieldError } from '../kubernetes/fieldError.ts';

/** An error at a field of the options of a request, or of an object that no schema describes. */
export function fieldError(field: string, type: FieldError['type'], message: string): FieldError {
  return { path: field.split('.').map(step => ({ field: step })), type, message, value: undefined };
}
