import type { JsonObject } from '../../base/json.ts';
import { jsonEquals } from '../../base/json.ts';
import { child, indexed, rooted } from '../fieldPath.ts';
import { reviewMetaUpdate } from './metaUpdate.ts';
import { reviewObjectMeta } from './objectMeta.ts';
import { reviewPodTemplate } from './podTemplate.ts';
import { flagOf, has, numberOf, objectOf, objectsOf, partOf, textOf } from './read.ts';
import { forbidden, invalid, notNegative, notSupported, type Review } from './review.ts';
import { reviewSelector, shownSelector } from './selector.ts';
import { reviewUpdateStrategy } from './updateStrategy.ts';

const specPath = rooted('spec');

/** A DaemonSet that is to be created, defaults filled in (apps validation, ValidateDaemonSet). */
export function reviewDaemonSet(review: Review, object: JsonObject): void {
  reviewObjectMeta(review, partOf(object, 'metadata'), rooted('metadata'));
  reviewSpec(review, partOf(object, 'spec'));
}

/** One that replaces another (ValidateDaemonSetUpdate): its selector is for ever. `written`: as decoded, before the server puts its own metadata in. */
export function reviewDaemonSetUpdate(review: Review, object: JsonObject, old: JsonObject, written: JsonObject): void {
  reviewDaemonSet(review, object);
  reviewMetaUpdate(review, partOf(written, 'metadata'), partOf(old, 'metadata'), rooted('metadata'));
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
  reviewSharedDisks(review, pod);
  if (textOf(pod, 'restartPolicy') !== 'Always')
    notSupported(review, child(podPath, 'restartPolicy'), textOf(pod, 'restartPolicy'), ['Always']);
  if (has(pod, 'activeDeadlineSeconds'))
    forbidden(review, child(podPath, 'activeDeadlineSeconds'), 'activeDeadlineSeconds in DaemonSet is not Supported');
  for (const field of ['minReadySeconds', 'revisionHistoryLimit']) notNegative(review, child(specPath, field), numberOf(spec, field));
  reviewUpdateStrategy(review, partOf(spec, 'updateStrategy'), child(specPath, 'updateStrategy'));
}

/** A Google disk that many pods mount must be read-only (ValidateReadOnlyPersistentDisks). */
function reviewSharedDisks(review: Review, pod: JsonObject): void {
  objectsOf(pod, 'volumes').forEach((volume, index) => {
    const disk = objectOf(volume, 'gcePersistentDisk');
    if (disk === null || flagOf(disk, 'readOnly')) return;
    const place = indexed(child(specPath, 'template', 'spec', 'volumes'), index);
    const why = 'must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only';
    invalid(review, child(place, 'gcePersistentDisk', 'readOnly'), false, why, child(place, 'gcePersistentDisk'));
  });
}
