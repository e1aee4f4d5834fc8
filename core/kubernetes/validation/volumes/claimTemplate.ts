import type { JsonObject } from '../../../base/json.ts';
import { member } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import { child, keyed } from '../../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems } from '../../names/dns.ts';
import { signOf } from '../../quantity.ts';
import { formatQuantity } from '../../quantityPrint.ts';
import { reviewAnnotations, reviewLabelSelector, reviewLabels } from '../labels.ts';
import { has, objectOf, partOf, textOf, textsOf } from '../read.ts';
import { quantitiesOf } from '../resources.ts';
import { forbidden, invalid, invalidEach, notSupported, oneOf, type Review, required } from '../review.ts';

/** A generic ephemeral volume: the claim made for each pod (ValidatePersistentVolumeClaimTemplate). */
export function reviewEphemeral(review: Review, source: JsonObject, parent: FieldPath): void {
  const path = child(parent, 'volumeClaimTemplate');
  const template = objectOf(source, 'volumeClaimTemplate');
  if (template === null) {
    required(review, path);
    return;
  }
  reviewTemplateMeta(review, partOf(template, 'metadata'), child(path, 'metadata'));
  reviewClaimSpec(review, partOf(template, 'spec'), child(path, 'spec'));
}

/** The claim gets its name and owner from the pod: only labels and annotations can be given. */
function reviewTemplateMeta(review: Review, meta: JsonObject, path: FieldPath): void {
  reviewAnnotations(review, meta, child(path, 'annotations'));
  reviewLabels(review, meta, 'labels', child(path, 'labels'));
  for (const field of Object.keys(meta)) {
    const value = member(meta, field);
    const empty = value === '' || value === 0;
    if (field !== 'labels' && field !== 'annotations' && (!empty || field === 'deletionGracePeriodSeconds'))
      forbidden(review, child(path, field === 'uid' ? 'uID' : field), 'cannot be set', child(path, field));
  }
}

const accessModes: readonly string[] = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

function reviewClaimSpec(review: Review, spec: JsonObject, path: FieldPath): void {
  reviewAccessModes(review, textsOf(spec, 'accessModes'), child(path, 'accessModes'));
  reviewLabelSelector(review, spec, 'selector', path);
  reviewStorage(review, partOf(spec, 'resources'), child(path, 'resources'));
  for (const field of ['storageClassName', 'volumeAttributesClassName']) {
    const name = textOf(spec, field);
    if (name !== '') invalidEach(review, child(path, field), name, dnsSubdomainProblems(name));
  }
  if (has(spec, 'volumeMode')) oneOf(review, child(path, 'volumeMode'), textOf(spec, 'volumeMode'), ['Block', 'Filesystem']);
  for (const field of ['dataSource', 'dataSourceRef']) {
    const source = objectOf(spec, field);
    if (source !== null) reviewDataSource(review, source, child(path, field));
  }
  reviewBothSources(review, spec, path);
}

function reviewAccessModes(review: Review, modes: readonly string[], path: FieldPath): void {
  if (modes.length === 0) required(review, path, 'at least 1 access mode is required');
  for (const mode of modes) if (!accessModes.includes(mode)) notSupported(review, path, mode, accessModes);
  if (modes.includes('ReadWriteOncePod') && modes.some(mode => mode !== 'ReadWriteOncePod' && accessModes.includes(mode)))
    forbidden(review, path, 'may not use ReadWriteOncePod with other access modes');
}

/** The server leaves `requests` out of the path. */
function reviewStorage(review: Review, resources: JsonObject, path: FieldPath): void {
  const storage = quantitiesOf(resources, 'requests').get('storage');
  const place = keyed(path, 'storage');
  if (storage === undefined) required(review, place, '', path);
  else if (signOf(storage) <= 0)
    invalid(review, place, formatQuantity(storage), 'must be greater than zero', keyed(child(path, 'requests'), 'storage'));
}

function reviewDataSource(review: Review, source: JsonObject, path: FieldPath): void {
  const group = textOf(source, 'apiGroup');
  const kind = textOf(source, 'kind');
  const namespace = textOf(source, 'namespace');
  if (textOf(source, 'name') === '') required(review, child(path, 'name'));
  if (kind === '') required(review, child(path, 'kind'));
  if (group === '' && kind !== 'PersistentVolumeClaim')
    invalid(review, path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
  if (group !== '') invalidEach(review, child(path, 'apiGroup'), group, dnsSubdomainProblems(group));
  if (namespace !== '') invalidEach(review, child(path, 'namespace'), namespace, dnsLabelProblems(namespace));
}

/** The server means to show the field's name, but what it prints is an empty object. */
function reviewBothSources(review: Review, spec: JsonObject, path: FieldPath): void {
  const source = objectOf(spec, 'dataSource');
  const ref = objectOf(spec, 'dataSourceRef');
  if (source === null || ref === null) return;
  if (textOf(ref, 'namespace') !== '')
    invalid(review, path, {}, 'may not be specified when dataSourceRef.namespace is specified', child(path, 'dataSource'));
  else if (['apiGroup', 'kind', 'name'].some(field => textOf(source, field) !== textOf(ref, field)))
    invalid(review, path, {}, 'must match dataSourceRef', child(path, 'dataSource'));
}
