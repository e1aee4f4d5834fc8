import type { JsonObject } from '../../base/json.ts';
import { member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child } from '../fieldPath.ts';
import { qualifiedNameProblems } from '../names/labels.ts';
import { parseQuantity, signOf } from '../quantity.ts';
import { textOf } from './read.ts';
import { invalid, invalidEach, notSupportedText, type Review, required } from './review.ts';

/** Fields of its pod that a container can read from its environment. */
export const environmentFields: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** Fields of its pod that a container can read from a downwardAPI volume. */
export const volumeFields: readonly string[] = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];

const knownLabels: readonly string[] = [
  ...environmentFields,
  'metadata.annotations',
  'metadata.labels',
  'spec.host',
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
];

/** fieldRef (core validation, validateObjectFieldSelector). The server's path may lack indexes: `at` has them. */
export function reviewFieldRef(review: Review, ref: JsonObject, fields: readonly string[], path: FieldPath, at: FieldPath): void {
  const version = textOf(ref, 'apiVersion');
  const field = textOf(ref, 'fieldPath');
  const place = child(path, 'fieldPath');
  const real = child(at, 'fieldPath');
  if (version === '') required(review, child(path, 'apiVersion'), '', child(at, 'apiVersion'));
  else if (field === '') required(review, place, '', real);
  else {
    const problem = fieldPathProblem(version, field);
    if (problem !== null) invalid(review, place, field, `error converting fieldPath: ${problem}`, real);
    else reviewSubscript(review, field, fields, path, real);
  }
}

const resources: readonly string[] = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];

/** resourceFieldRef (validateContainerResourceFieldSelector). In a volume it must name the container. */
export function reviewResourceFieldRef(review: Review, ref: JsonObject, inVolume: boolean, path: FieldPath, at: FieldPath): void {
  const resource = textOf(ref, 'resource');
  if (inVolume && textOf(ref, 'containerName') === '') required(review, child(path, 'containerName'), '', child(at, 'containerName'));
  else if (resource === '') required(review, child(path, 'resource'), '', child(at, 'resource'));
  else if (!resources.includes(resource) && !/^(limits|requests)\.hugepages-/.test(resource))
    notSupportedText(review, child(path, 'resource'), resource, resources, child(at, 'resource'));
  reviewDivisor(review, resource, textOf(ref, 'divisor'), path, at);
}

const cpuDivisors: readonly string[] = ['1m', '1'];
const sizeDivisors: readonly string[] = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

function reviewDivisor(review: Review, resource: string, divisor: string, path: FieldPath, at: FieldPath): void {
  const quantity = divisor === '' ? 'format' : parseQuantity(divisor);
  if (typeof quantity === 'string' || signOf(quantity) === 0) return;
  const kind = divisorKind(resource);
  if (kind === null) return;
  const allowed = kind === 'cpu' ? cpuDivisors : sizeDivisors;
  const list = kind === 'cpu' ? '1m and 1' : allowed.join(', ');
  if (!allowed.includes(divisor))
    invalid(
      review,
      child(path, 'divisor'),
      resource,
      `only divisor's values ${list} are supported with the ${kind} resource`,
      child(at, 'divisor'),
    );
}

function divisorKind(resource: string): string | null {
  if (/^(limits|requests)\.hugepages-/.test(resource)) return 'hugepages';
  if (!resources.includes(resource)) return null;
  const name = resource.slice(resource.indexOf('.') + 1);
  return name === 'ephemeral-storage' ? 'local ephemeral storage' : name;
}

/** As ConvertDownwardAPIFieldLabel says it; null: a field of a pod. */
function fieldPathProblem(version: string, field: string): string | null {
  if (version !== 'v1') return `unsupported pod version: ${version}`;
  const base = subscripted(field);
  if (base !== null) return /^metadata\.(annotations|labels)$/.test(base.name) ? null : `field label does not support subscript: ${field}`;
  return knownLabels.includes(field) ? null : `field label not supported: ${field}`;
}

function reviewSubscript(review: Review, field: string, fields: readonly string[], path: FieldPath, real: FieldPath): void {
  const base = subscripted(field);
  const plain = field === 'spec.host' ? 'spec.nodeName' : field;
  if (base !== null) {
    const key = base.name === 'metadata.annotations' ? base.key.toLowerCase() : base.key;
    invalidEach(review, path, base.key, qualifiedNameProblems(key), real);
  } else if (!fields.includes(plain)) notSupportedText(review, child(path, 'fieldPath'), plain, fields, real);
}

/** `metadata.labels['key']` taken apart. */
function subscripted(field: string): { readonly name: string; readonly key: string } | null {
  const cut = field.indexOf("['");
  return cut > 0 && field.endsWith("']") && cut + 2 <= field.length - 2
    ? { name: field.slice(0, cut), key: field.slice(cut + 2, -2) }
    : null;
}

/** Whether the reference is there at all. */
export function refOf(owner: JsonObject, field: string): boolean {
  return member(owner, field) !== undefined;
}
