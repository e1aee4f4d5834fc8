import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child } from '../../fieldPath.ts';
import { signOf } from '../../quantity.ts';
import { reviewDescendingPath, reviewNoBacksteps } from '../filePath.ts';
import { has, textOf } from '../read.ts';
import { readQuantity } from '../resources.ts';
import { forbidden, oneOf, type Review, required } from '../review.ts';

/** An empty directory of the node. */
export function reviewEmptyDir(review: Review, source: JsonObject, path: FieldPath): void {
  const limit = textOf(source, 'sizeLimit');
  if (limit !== '' && signOf(readQuantity(limit)) < 0)
    forbidden(review, child(path, 'sizeLimit'), 'SizeLimit field must be a valid resource quantity');
}

const hostPathTypes: readonly string[] = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

/** A file or directory of the node. */
export function reviewHostPath(review: Review, source: JsonObject, path: FieldPath): void {
  const file = textOf(source, 'path');
  if (file === '') {
    required(review, child(path, 'path'));
    return;
  }
  reviewNoBacksteps(review, child(path, 'path'), file);
  if (has(source, 'type')) oneOf(review, child(path, 'type'), textOf(source, 'type'), hostPathTypes);
}

/** A clone of a Git repository. */
export function reviewGitRepo(review: Review, source: JsonObject, path: FieldPath): void {
  if (textOf(source, 'repository') === '') required(review, child(path, 'repository'));
  reviewDescendingPath(review, child(path, 'directory'), textOf(source, 'directory'));
}
