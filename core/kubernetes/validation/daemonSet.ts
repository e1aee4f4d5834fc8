import type { JsonObject } from '../../base/json.ts';
import { jsonEquals } from '../../base/json.ts';
import { child, rooted } from '../fieldPath.ts';
import { reviewObjectMeta } from './objectMeta.ts';
import { reviewPodTemplate } from './podTemplate.ts';
import { has, numberOf, objectOf, partOf, textOf } from './read.ts';
import { forbidden, invalid, notNegative, notSupported, type Review } from './review.ts';
import { reviewSelector, shownSelector } from './selector.ts';
import { reviewUpdateStrategy } from './updateStrategy.ts';

const specPath = rooted('spec');

/** A DaemonSet that is to be created or replaced, defaults filled in (apps validation, ValidateDaemonSet). */
export function reviewDaemonSet(review: Review, object: JsonObject, verb: 'create' | 'update'): void {
  reviewObjectMeta(review, partOf(object, 'metadata'), rooted('metadata'), verb);
  reviewSpec(review, partOf(object, 'spec'));
}

/** The selector of a DaemonSet is for ever (ValidateDaemonSetUpdate). */
export function reviewSelectorUpdate(review: Review, object: JsonObject, old: JsonObject): void {
  const selector = objectOf(partOf(object, 'spec'), 'selector');
  const before = objectOf(partOf(old, 'spec'), 'selector');
  if (!jsonEquals(shownSelector(selector), shownSelector(before)))
    invalid(review, child(specPath, 'selector'), shownSelector(selector), 'field is immutable');
}

function reviewSpec(review: Review, spec: JsonObject): void {
  const template = partOf(spec, 'template');
  const pod = partOf(template, 'spec');
  const podPath = child(specPath, 'template', 'spec');
  reviewSelector(review, spec, specPath);
  reviewPodTemplate(review, template, child(specPath, 'template'));
  if (textOf(pod, 'restartPolicy') !== 'Always')
    notSupported(review, child(podPath, 'restartPolicy'), textOf(pod, 'restartPolicy'), ['Always']);
  if (has(pod, 'activeDeadlineSeconds'))
    forbidden(review, child(podPath, 'activeDeadlineSeconds'), 'activeDeadlineSeconds in DaemonSet is not Supported');
  for (const field of ['minReadySeconds', 'revisionHistoryLimit']) notNegative(review, child(specPath, field), numberOf(spec, field));
  reviewUpdateStrategy(review, partOf(spec, 'updateStrategy'), child(specPath, 'updateStrategy'));
}
