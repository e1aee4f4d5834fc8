import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed, keyed } from '../fieldPath.ts';
import { dnsLabelProblems } from '../names/dns.ts';
import { compareQuantities, parseQuantity, type Quantity, signOf, zeroQuantity } from '../quantity.ts';
import { formatQuantity } from '../quantityPrint.ts';
import { objectsOf, pairsOf, textOf } from './read.ts';
import { isCountedWhole, isHugePages, mayOvercommit } from './resourceKinds.ts';
import { pageMultiple, resourceNameProblems } from './resourceNames.ts';
import { duplicate, forbidden, invalid, invalidEach, invalidWord, notFound, type Review, required } from './review.ts';

type Quantities = ReadonlyMap<string, Quantity>;

/** What a review says of a resource's name. */
type NameRule = (review: Review, name: string, path: FieldPath, at: FieldPath) => void;

/**
 * Limits and requests (core validation, validateResourceRequirements). `at`: where they stand, if not under `path`. `reviewName`: which names they may
 * have; those of a container, unless said otherwise.
 */
export function reviewResources(
  review: Review,
  resources: JsonObject,
  path: FieldPath,
  at: FieldPath = path,
  reviewName: NameRule = reviewContainerResourceName,
): void {
  const limits = quantitiesOf(resources, 'limits');
  const requests = quantitiesOf(resources, 'requests');
  reviewList(review, limits, child(path, 'limits'), at === path ? child(path, 'limits') : at, reviewName);
  reviewList(review, requests, child(path, 'requests'), child(at, 'requests'), reviewName);
  reviewAgainstLimits(review, requests, limits, path);
  const names = [...limits.keys(), ...requests.keys()];
  if (names.some(isHugePages) && !names.some(name => name === 'cpu' || name === 'memory'))
    forbidden(review, path, 'HugePages require cpu or memory');
}

/** The claims a container uses must be claims of its pod. */
export function reviewClaims(review: Review, resources: JsonObject, podClaims: ReadonlySet<string>, path: FieldPath): void {
  const seen = new Set<string>();
  objectsOf(resources, 'claims').forEach((claim, index) => {
    reviewClaim(review, claim, podClaims, seen, indexed(child(path, 'claims'), index));
  });
}

/** The quantities of a list by resource name. */
export function quantitiesOf(owner: JsonObject, field: string): Quantities {
  return new Map(pairsOf(owner, field).map(([name, text]) => [name, readQuantity(text)]));
}

/** A decoded quantity: always well-formed. */
export function readQuantity(text: string): Quantity {
  const quantity = parseQuantity(text);
  return typeof quantity === 'string' ? zeroQuantity : quantity;
}

function reviewContainerResourceName(review: Review, name: string, path: FieldPath, at: FieldPath): void {
  for (const problem of resourceNameProblems(name)) invalidWord(review, path, name, problem, at);
}

function reviewList(review: Review, list: Quantities, path: FieldPath, at: FieldPath, reviewName: NameRule): void {
  for (const [name, quantity] of list) {
    const place = keyed(path, name);
    const real = keyed(at, name);
    reviewName(review, name, place, real);
    if (signOf(quantity) < 0) invalid(review, place, formatQuantity(quantity), 'must be greater than or equal to 0', real);
    if (!isCountedWhole(name, quantity)) invalid(review, place, formatQuantity(quantity), 'must be an integer', real);
    if (isHugePages(name) && !pageMultiple(name, quantity)) {
      const text = formatQuantity(quantity);
      invalid(review, place, text, `${text} is not positive integer multiple of ${name}`, real);
    }
  }
}

/** A request may not exceed its limit; of what cannot be shared out twice it must be equal to it. The server names the whole list. */
function reviewAgainstLimits(review: Review, requests: Quantities, limits: Quantities, path: FieldPath): void {
  for (const [name, request] of requests) {
    const limit = limits.get(name);
    const at = keyed(child(path, 'requests'), name);
    if (limit === undefined) {
      if (!mayOvercommit(name)) required(review, child(path, 'limits'), 'Limit must be set for non overcommitable resources', at);
      continue;
    }
    const order = compareQuantities(request, limit);
    const bound = mayOvercommit(name) ? 'less than or equal to' : 'equal to';
    if (mayOvercommit(name) ? order > 0 : order !== 0) {
      const why = `must be ${bound} ${name} limit of ${formatQuantity(limit)}`;
      invalid(review, child(path, 'requests'), formatQuantity(request), why, at);
    }
  }
}

function reviewClaim(review: Review, claim: JsonObject, podClaims: ReadonlySet<string>, seen: Set<string>, path: FieldPath): void {
  const name = textOf(claim, 'name');
  const request = textOf(claim, 'request');
  if (name === '') required(review, path);
  else {
    reviewClaimName(review, name, request, seen, path);
    if (!podClaims.has(name)) notFound(review, path, name, missingClaim(podClaims));
  }
}

/** A claim as a whole, or requests of it: not both, and none twice. */
function reviewClaimName(review: Review, name: string, request: string, seen: Set<string>, path: FieldPath): void {
  if (seen.has(name)) {
    duplicate(review, path, name);
    return;
  }
  if (request !== '') invalidEach(review, child(path, 'request'), request, dnsLabelProblems(request));
  const key = request === '' ? name : `${name}/${request}`;
  if (seen.has(key)) duplicate(review, path, key);
  else if (request === '') for (const other of seen) if (other.startsWith(`${name}/`)) duplicate(review, path, name);
  seen.add(key);
}

function missingClaim(podClaims: ReadonlySet<string>): string {
  const names = [...podClaims].sort();
  return `must be one of the names in pod.spec.resourceClaims${names.length === 0 ? ' which is empty' : `: ${names.join(', ')}`}`;
}
