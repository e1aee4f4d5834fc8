import type { FieldPath } from '../fieldError.ts';
import { invalid, type Review } from './review.ts';

/** Relative, and nowhere upwards: a subPath, a profile. */
export function reviewDescendingPath(review: Review, path: FieldPath, value: string, at?: FieldPath): void {
  if (value.startsWith('/')) invalid(review, path, value, 'must be a relative path', at);
  reviewNoBacksteps(review, path, value, at);
}

/** As {@link reviewDescendingPath}, and not like the names the kubelet uses itself: a file of a ConfigMap. */
export function reviewProjectedPath(review: Review, path: FieldPath, value: string, at?: FieldPath): void {
  reviewDescendingPath(review, path, value, at);
  if (value.startsWith('..') && !value.startsWith('../')) invalid(review, path, value, "must not start with '..'", at);
}

/** A path that does not lead upwards. */
export function reviewNoBacksteps(review: Review, path: FieldPath, value: string, at?: FieldPath): void {
  if (hasBacksteps(value)) invalid(review, path, value, "must not contain '..'", at);
}

/** Whether a part of the path is `..`. */
export function hasBacksteps(value: string): boolean {
  return value.split('/').includes('..');
}
