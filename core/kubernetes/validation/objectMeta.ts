import type { JsonObject, JsonValue } from '../../base/json.ts';
import { member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems, maskTrailingDash } from '../names/dns.ts';
import { qualifiedNameProblems } from '../names/labels.ts';
import { atLeast } from '../versions.ts';
import { reviewAnnotations, reviewLabels } from './labels.ts';
import { flagOf, numberOf, objectsOf, textOf, textsOf } from './read.ts';
import { invalid, invalidEach, notNegative, type Review, required } from './review.ts';

/** The metadata of a DaemonSet (apimachinery ValidateObjectMeta, core ValidateObjectMeta). */
export function reviewObjectMeta(review: Review, meta: JsonObject, path: FieldPath, verb: 'create' | 'update'): void {
  reviewName(review, meta, path, verb);
  const namespace = textOf(meta, 'namespace');
  if (namespace !== '') invalidEach(review, child(path, 'namespace'), namespace, dnsLabelProblems(namespace));
  notNegative(review, child(path, 'generation'), numberOf(meta, 'generation'));
  reviewLabels(review, meta, 'labels', child(path, 'labels'));
  reviewAnnotations(review, meta, child(path, 'annotations'));
  reviewOwners(review, meta, child(path, 'ownerReferences'));
  reviewFinalizers(review, textsOf(meta, 'finalizers'), child(path, 'finalizers'));
}

function reviewName(review: Review, meta: JsonObject, path: FieldPath, verb: 'create' | 'update'): void {
  const prefix = textOf(meta, 'generateName');
  const name = textOf(meta, 'name');
  // an object that is there has its name: of what it was made from only the letters matter that break a URL
  const generated = verb === 'create' ? dnsSubdomainProblems(maskTrailingDash(prefix)) : [];
  const prefixProblems = [...generated, ...pathLetterProblems(prefix)];
  if (prefix !== '') invalidEach(review, child(path, 'generateName'), prefix, prefixProblems);
  if (name === '' && prefix === '') required(review, child(path, 'name'), 'name or generateName is required');
  const whole = name === '' && prefix !== '' ? generatedName(prefix) : name;
  if (whole === '') return;
  invalidEach(review, child(path, 'name'), whole, [...dnsSubdomainProblems(whole), ...pathSegmentProblems(whole)]);
}

/** The name the server makes of `generateName`; the five letters are random there. */
export function generatedName(prefix: string): string {
  return `${prefix.slice(0, 58)}x7k2p`;
}

function pathSegmentProblems(name: string): string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return pathLetterProblems(name);
}

function pathLetterProblems(name: string): string[] {
  return ['/', '%'].filter(letter => name.includes(letter)).map(letter => `may not contain '${letter}'`);
}

/** The server tells of all owners under the path of the list. */
function reviewOwners(review: Review, meta: JsonObject, path: FieldPath): void {
  const owners = objectsOf(meta, 'ownerReferences');
  owners.forEach((owner, index) => {
    reviewOwner(review, owner, path, indexed(path, index));
  });
  const controllers = owners.filter(owner => flagOf(owner, 'controller')).map(owner => `${textOf(owner, 'kind')}/${textOf(owner, 'name')}`);
  controllers.slice(1).forEach(name => {
    const detail = `Only one reference can have Controller set to true. Found "true" in references for ${controllers[0]} and ${name}`;
    invalid(review, path, owners.map(inGoOrder), detail);
  });
}

function reviewOwner(review: Review, owner: JsonObject, path: FieldPath, at: FieldPath): void {
  const newer = atLeast(review.version, '1.37');
  const apiVersion = textOf(owner, 'apiVersion');
  if (newer) reviewOwnerFields(review, owner, at);
  else {
    if (versionOf(apiVersion) === '')
      invalid(review, child(path, 'apiVersion'), apiVersion, 'version must not be empty', child(at, 'apiVersion'));
    for (const field of ['kind', 'name', 'uid']) {
      if (textOf(owner, field) === '') invalid(review, child(path, field), '', 'must not be empty', child(at, field));
    }
  }
  if (apiVersion === 'v1' && textOf(owner, 'kind') === 'Event')
    invalid(review, newer ? at : path, inGoOrder(owner), '/v1, Kind=Event is disallowed from being an owner', at);
}

/** Since 1.37 the server says which owner it means, and that its fields are required. */
function reviewOwnerFields(review: Review, owner: JsonObject, path: FieldPath): void {
  const apiVersion = textOf(owner, 'apiVersion');
  for (const field of ['apiVersion', 'kind', 'name', 'uid'])
    if (textOf(owner, field) === '') required(review, child(path, field), 'must not be empty');
  if (apiVersion !== '' && versionOf(apiVersion) === '')
    invalid(review, child(path, 'apiVersion'), apiVersion, 'must be <group>/<version> or <version>');
}

function versionOf(apiVersion: string): string {
  const parts = apiVersion.split('/');
  return parts.length > 2 ? '' : (parts.at(-1) ?? '');
}

function inGoOrder(owner: JsonObject): JsonValue {
  const texts = ['apiVersion', 'kind', 'name', 'uid'].map(field => [field, textOf(owner, field)] as const);
  const flags = ['controller', 'blockOwnerDeletion'].map(field => [field, member(owner, field) ?? null] as const);
  return Object.fromEntries([...texts, ...flags.filter(([, value]) => value !== null)]);
}

function reviewFinalizers(review: Review, finalizers: readonly string[], path: FieldPath): void {
  finalizers.forEach((finalizer, index) => {
    invalidEach(review, path, finalizer, qualifiedNameProblems(finalizer), indexed(path, index));
    if (!finalizer.includes('/') && !standardFinalizers.includes(finalizer))
      invalid(review, indexed(path, index), finalizer, 'name is neither a standard finalizer name nor is it fully qualified');
  });
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion'))
    invalid(review, path, finalizers, 'finalizer orphan and foregroundDeletion cannot be both set');
}

const standardFinalizers: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion'];
