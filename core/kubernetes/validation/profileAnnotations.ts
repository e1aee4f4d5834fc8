import { type JsonObject, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { atLeast } from '../versions.ts';
import { containersOf } from './operatingSystem.ts';
import { objectOf, partOf, textOf } from './read.ts';
import { forbidden, type Review } from './review.ts';

/** The annotation that named a container's AppArmor profile once. */
export const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';
/** The annotations that named the seccomp profiles of a pod and of a container. */
export const seccompOfPod = 'seccomp.security.alpha.kubernetes.io/pod';
export const seccompPrefix = 'container.seccomp.security.alpha.kubernetes.io/';

/** Who writes both the old annotation and the field must mean the same (validateSeccompAnnotationsAndFields, validateAppArmorAnnotationsAndFieldsMatchOnCreate). */
export function reviewProfileAnnotations(review: Review, meta: JsonObject, spec: JsonObject, path: FieldPath): void {
  const annotations = partOf(meta, 'annotations');
  const seccomp: Kind = { name: 'seccomp', field: 'seccompProfile', byDefault: ['runtime/default', 'docker/default'] };
  const appArmor: Kind = { name: 'apparmor', field: 'appArmorProfile', byDefault: ['runtime/default'] };
  reviewMatch(review, seccomp, profileOf(spec, seccomp), member(annotations, seccompOfPod), path);
  for (const { container, path: place } of containersOf(spec, path)) {
    const name = textOf(container, 'name');
    reviewMatch(review, seccomp, profileOf(container, seccomp), member(annotations, `${seccompPrefix}${name}`), place);
    if (!atLeast(review.version, '1.30') || textOf(partOf(spec, 'os'), 'name') === 'windows') continue;
    const profile = profileOf(container, appArmor) ?? profileOf(spec, appArmor);
    reviewMatch(review, appArmor, profile, member(annotations, `${appArmorPrefix}${name}`), place);
  }
}

interface Kind {
  readonly name: string;
  readonly field: string;
  /** How the annotation says RuntimeDefault. */
  readonly byDefault: readonly string[];
}

function profileOf(owner: JsonObject, kind: Kind): JsonObject | null {
  return objectOf(partOf(owner, 'securityContext'), kind.field);
}

function reviewMatch(review: Review, kind: Kind, profile: JsonObject | null, annotation: unknown, owner: FieldPath): void {
  if (profile === null || typeof annotation !== 'string') return;
  const type = textOf(profile, 'type');
  const path = child(owner, 'securityContext', kind.field);
  const file = annotation.startsWith('localhost/') ? annotation.slice('localhost/'.length) : null;
  const same: Readonly<Record<string, boolean>> = {
    Unconfined: annotation === 'unconfined',
    RuntimeDefault: kind.byDefault.includes(annotation),
    Localhost: file !== null,
  };
  if (Object.hasOwn(same, type) && !same[type])
    forbidden(review, child(path, 'type'), `${kind.name} type in annotation and field must match`);
  else if (type === 'Localhost' && file !== member(profile, 'localhostProfile'))
    forbidden(review, child(path, 'localhostProfile'), `${kind.name} profile in annotation and field must match`);
}
