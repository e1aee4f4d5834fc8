import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, keyed } from '../fieldPath.ts';
import { goQuote } from '../goText.ts';
import { reviewDescendingPath } from './filePath.ts';
import { reviewAnnotations, reviewLabels } from './labels.ts';
import { containersOf } from './operatingSystem.ts';
import { reviewPodSpec } from './podSpec.ts';
import { appArmorPrefix, reviewProfileAnnotations, seccompOfPod, seccompPrefix } from './profileAnnotations.ts';
import { objectsOf, pairsOf, partOf, textOf } from './read.ts';
import { forbidden, invalid, type Review } from './review.ts';
import { reviewTolerationsAnnotation, tolerationsAnnotation } from './tolerationsAnnotation.ts';

/** A pod template (core validation, ValidatePodTemplateSpec). The server's paths leave `metadata` out. */
export function reviewPodTemplate(review: Review, template: JsonObject, path: FieldPath): void {
  const meta = partOf(template, 'metadata');
  const spec = partOf(template, 'spec');
  reviewLabels(review, meta, 'labels', child(path, 'labels'), child(path, 'metadata', 'labels'));
  reviewAnnotations(review, meta, child(path, 'annotations'), child(path, 'metadata', 'annotations'));
  reviewMeaningfulAnnotations(review, meta, spec, path);
  reviewPodSpec(review, spec, child(path, 'spec'));
  reviewProfileAnnotations(review, meta, spec, child(path, 'spec'));
  if (objectsOf(spec, 'ephemeralContainers').length > 0)
    forbidden(review, child(path, 'spec', 'ephemeralContainers'), 'ephemeral containers not allowed in pod template');
}

/** Annotations that Kubernetes itself reads (ValidatePodSpecificAnnotations). */
function reviewMeaningfulAnnotations(review: Review, meta: JsonObject, spec: JsonObject, template: FieldPath): void {
  const path = child(template, 'annotations');
  for (const [key, value] of pairsOf(meta, 'annotations')) {
    const at = keyed(child(template, 'metadata', 'annotations'), key);
    const place = keyed(path, key);
    if (key.startsWith(appArmorPrefix)) reviewAppArmor(review, key.slice(appArmorPrefix.length), value, spec, place, at);
    else if (key === seccompOfPod || key.startsWith(seccompPrefix)) reviewSeccomp(review, value, child(path, key), at);
    else if (key === tolerationsAnnotation && value !== '') reviewTolerationsAnnotation(review, value, path, at);
    else if (key === 'kubernetes.io/config.mirror' && textOf(spec, 'nodeName') === '')
      invalid(review, place, value, 'must set spec.nodeName if mirror pod annotation is set', at);
    else if (key === 'controller.kubernetes.io/pod-deletion-cost' && !isInt32(value))
      invalid(review, place, value, 'must be a 32bit integer', at);
  }
}

function reviewAppArmor(review: Review, name: string, profile: string, spec: JsonObject, path: FieldPath, at: FieldPath): void {
  if (!containersOf(spec, []).some(({ container }) => textOf(container, 'name') === name))
    invalid(review, path, name, 'container not found', at);
  const known = profile === '' || profile === 'runtime/default' || profile === 'unconfined' || profile.startsWith('localhost/');
  if (!known) invalid(review, path, profile, `invalid AppArmor profile name: ${goQuote(profile)}`, at);
}

function reviewSeccomp(review: Review, profile: string, path: FieldPath, at: FieldPath): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return;
  if (profile.startsWith('localhost/')) reviewDescendingPath(review, path, profile.slice('localhost/'.length), at);
  else invalid(review, path, profile, 'must be a valid seccomp profile', at);
}

function isInt32(text: string): boolean {
  return /^[+-]?[0-9]+$/.test(text) && Number(text) >= -2147483648 && Number(text) <= 2147483647;
}
