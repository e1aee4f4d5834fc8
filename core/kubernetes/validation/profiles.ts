import type { JsonObject } from '../../base/json.ts';
import { member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { byteLength } from '../names/messages.ts';
import { reviewDescendingPath } from './filePath.ts';
import { has, objectOf, textOf } from './read.ts';
import { invalid, invalidWord, notSupported, type Review, required, tooLong } from './review.ts';

const kinds: readonly string[] = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** seccompProfile and appArmorProfile of a pod or container. */
export function reviewProfiles(review: Review, context: JsonObject, path: FieldPath): void {
  const seccomp = objectOf(context, 'seccompProfile');
  if (seccomp !== null) reviewSeccomp(review, seccomp, child(path, 'seccompProfile'));
  const appArmor = objectOf(context, 'appArmorProfile');
  if (appArmor !== null) reviewAppArmor(review, appArmor, child(path, 'appArmorProfile'));
}

function reviewSeccomp(review: Review, profile: JsonObject, path: FieldPath): void {
  const type = textOf(profile, 'type');
  const place = child(path, 'localhostProfile');
  if (type === '') required(review, child(path, 'type'), 'type is required when seccompProfile is set');
  else if (!kinds.includes(type)) notSupported(review, child(path, 'type'), type, kinds);
  if (type === 'Localhost') {
    if (has(profile, 'localhostProfile')) reviewDescendingPath(review, place, textOf(profile, 'localhostProfile'));
    else required(review, place, 'must be set when seccomp type is Localhost');
  } else if (has(profile, 'localhostProfile')) {
    const shown = { Type: type, LocalhostProfile: member(profile, 'localhostProfile') ?? null };
    invalid(review, place, shown, 'can only be set when seccomp type is Localhost');
  }
}

function reviewAppArmor(review: Review, profile: JsonObject, path: FieldPath): void {
  const type = textOf(profile, 'type');
  const place = child(path, 'localhostProfile');
  if (type === 'Localhost') reviewAppArmorFile(review, profile, place);
  else if (type === '') required(review, child(path, 'type'), 'type is required when appArmorProfile is set');
  else if (!kinds.includes(type)) notSupported(review, child(path, 'type'), type, kinds);
  else if (has(profile, 'localhostProfile'))
    invalidWord(review, place, textOf(profile, 'localhostProfile'), 'can only be set when AppArmor type is Localhost');
}

const fileLimit = 4095;

function reviewAppArmorFile(review: Review, profile: JsonObject, path: FieldPath): void {
  const file = textOf(profile, 'localhostProfile');
  const missing = 'must be set when AppArmor type is Localhost';
  if (!has(profile, 'localhostProfile')) required(review, path, missing);
  else if (file.trim() !== file) invalid(review, path, file, 'must not be padded with whitespace');
  else if (file === '') required(review, path, missing);
  if (byteLength(file) > fileLimit) tooLong(review, path, file, fileLimit);
}
