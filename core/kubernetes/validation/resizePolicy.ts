import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { atLeast } from '../versions.ts';
import { objectsOf, textOf } from './read.ts';
import { duplicate, invalidWord, notSupported, type Review, required } from './review.ts';

/** How a container takes a change of its resources (validateResizePolicy). The server names only the list. */
export function reviewResizePolicy(review: Review, policies: readonly JsonObject[], path: FieldPath): void {
  const seen = new Set<string>();
  policies.forEach((policy, index) => {
    const at = indexed(path, index);
    const name = textOf(policy, 'resourceName');
    if (seen.has(name)) duplicate(review, at, name);
    seen.add(name);
    reviewWord(review, path, name, ['cpu', 'memory'], child(at, 'resourceName'));
    reviewWord(review, path, textOf(policy, 'restartPolicy'), ['NotRequired', 'RestartContainer'], child(at, 'restartPolicy'));
  });
}

/** Init containers that end cannot be restarted for a change of their resources. */
export function reviewInitResizePolicy(review: Review, container: JsonObject, path: FieldPath): void {
  if (!atLeast(review.version, '1.36') || textOf(container, 'restartPolicy') === 'Always') return;
  objectsOf(container, 'resizePolicy').forEach((policy, index) => {
    const word = textOf(policy, 'restartPolicy');
    const place = child(indexed(child(path, 'resizePolicy'), index), 'restartPolicy');
    if (word === 'RestartContainer')
      invalidWord(review, place, word, "must not be set to 'RestartContainer' for non-sidecar initContainers");
  });
}

function reviewWord(review: Review, path: FieldPath, word: string, supported: readonly string[], at: FieldPath): void {
  if (word === '') required(review, path, '', at);
  else if (!supported.includes(word)) notSupported(review, path, word, supported, at);
}
