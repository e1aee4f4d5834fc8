import type { FieldPath } from '../fieldError.ts';
import { invalid, type Review, required } from './review.ts';

/** The name of a signer of certificates: `example.com/signer-name` (certificates validation, ValidateSignerName). */
export function reviewSignerName(review: Review, name: string, path: FieldPath): void {
  if (name === '') required(review, path);
  else if (!/^[^/]+\/[^/]/.test(name))
    invalid(review, path, name, "must be a fully qualified domain and path of the form 'example.com/signer-name'");
}
