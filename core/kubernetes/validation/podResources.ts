import { type JsonObject, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed, keyed } from '../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems } from '../names/dns.ts';
import { compareQuantities, type Quantity } from '../quantity.ts';
import { formatQuantity } from '../quantityPrint.ts';
import { addQuantities } from '../quantitySum.ts';
import { has, objectOf, objectsOf, partOf, textOf } from './read.ts';
import { isHugePages } from './resourceKinds.ts';
import { quantitiesOf, reviewClaims, reviewResources } from './resources.ts';
import { duplicate, forbidden, invalid, invalidEach, notSupported, type Review, required } from './review.ts';

/** Resources of the pod as a whole (validatePodResources). */
export function reviewPodResources(review: Review, spec: JsonObject, claims: ReadonlySet<string>, parent: FieldPath): void {
  const resources = objectOf(spec, 'resources');
  if (resources === null) return;
  const path = child(parent, 'resources');
  if (has(resources, 'claims')) forbidden(review, child(path, 'claims'), 'claims may not be set for Resources at pod-level');
  reviewResources(review, resources, path);
  reviewClaims(review, resources, claims, path);
  for (const field of ['limits', 'requests']) {
    for (const name of quantitiesOf(resources, field).keys()) {
      if (name !== 'cpu' && name !== 'memory' && !isHugePages(name))
        notSupported(review, keyed(child(path, field), name), name, ['cpu', 'hugepages-', 'memory']);
    }
  }
  reviewSums(review, spec, resources, parent);
}

/** All containers together may not ask for more than the pod, and none may have a higher limit. */
function reviewSums(review: Review, spec: JsonObject, resources: JsonObject, parent: FieldPath): void {
  const requests = quantitiesOf(resources, 'requests');
  const limits = quantitiesOf(resources, 'limits');
  const containers = objectsOf(spec, 'containers');
  for (const [name, request] of requests) {
    const sum = containers.reduce<Quantity | null>((total, container) => {
      const own = quantitiesOf(partOf(container, 'resources'), 'requests').get(name);
      return own === undefined ? total : total === null ? own : addQuantities(total, own);
    }, null);
    if (sum !== null && compareQuantities(sum, request) > 0) {
      const why = `must be greater than or equal to aggregate container requests of ${formatQuantity(sum)}`;
      invalid(review, keyed(child(parent, 'resources', 'requests'), name), formatQuantity(request), why);
    }
  }
  containers.forEach((container, index) => {
    for (const [name, own] of quantitiesOf(partOf(container, 'resources'), 'limits')) {
      const limit = limits.get(name);
      if (limit === undefined || compareQuantities(own, limit) <= 0) continue;
      const place = keyed(child(indexed(child(parent, 'containers'), index), 'resources', 'limits'), name);
      invalid(review, place, formatQuantity(own), `must be less than or equal to pod limits of ${formatQuantity(limit)}`);
    }
  });
}

/** The claims of a pod (validatePodResourceClaims): a name, and either a claim or a template of one. */
export function reviewPodClaims(review: Review, spec: JsonObject, parent: FieldPath): void {
  const names = new Set<string>();
  objectsOf(spec, 'resourceClaims').forEach((claim, index) => {
    reviewPodClaim(review, claim, names, indexed(child(parent, 'resourceClaims'), index));
  });
}

function reviewPodClaim(review: Review, claim: JsonObject, names: Set<string>, path: FieldPath): void {
  const name = textOf(claim, 'name');
  if (name === '') required(review, child(path, 'name'));
  else if (names.has(name)) duplicate(review, child(path, 'name'), name);
  else invalidEach(review, child(path, 'name'), name, dnsLabelProblems(name));
  names.add(name);
  const shown = {
    Name: name,
    ResourceClaimName: member(claim, 'resourceClaimName') ?? null,
    ResourceClaimTemplateName: member(claim, 'resourceClaimTemplateName') ?? null,
  };
  const sources = ['resourceClaimName', 'resourceClaimTemplateName'].filter(field => has(claim, field));
  if (sources.length > 1)
    invalid(review, path, shown, 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified');
  if (sources.length === 0) invalid(review, path, shown, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`');
  for (const field of sources) invalidEach(review, child(path, field), textOf(claim, field), dnsSubdomainProblems(textOf(claim, field)));
}
