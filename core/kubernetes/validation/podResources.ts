import { type JsonObject, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed, keyed } from '../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems } from '../names/dns.ts';
import { compareQuantities } from '../quantity.ts';
import { formatQuantity } from '../quantityPrint.ts';
import { has, objectOf, objectsOf, partOf, textOf } from './read.ts';
import { isHugePages } from './resourceKinds.ts';
import { standardNameProblems } from './resourceNames.ts';
import { sumOfContainers } from './resourceSums.ts';
import { quantitiesOf, reviewClaims, reviewResources } from './resources.ts';
import { duplicate, forbidden, invalid, invalidEach, invalidWord, notSupported, type Review, required } from './review.ts';

/** Resources of the pod as a whole (validatePodResources). */
export function reviewPodResources(review: Review, spec: JsonObject, claims: ReadonlySet<string>, parent: FieldPath): void {
  const resources = objectOf(spec, 'resources');
  if (resources === null) return;
  const path = child(parent, 'resources');
  if (textOf(partOf(spec, 'os'), 'name') === 'windows') {
    forbidden(review, path, 'may not be set for a windows pod');
    return;
  }
  if (has(resources, 'claims')) forbidden(review, child(path, 'claims'), 'claims may not be set for Resources at pod-level');
  reviewResources(review, resources, path, path, reviewPodResourceName);
  reviewClaims(review, resources, claims, path);
  reviewSums(review, spec, resources, parent);
}

/** The few resources that a pod as a whole can have (validatePodResourceName). */
function reviewPodResourceName(review: Review, name: string, path: FieldPath, at: FieldPath): void {
  const problems = standardNameProblems(name);
  for (const problem of problems) invalidWord(review, path, name, problem, at);
  if (problems.length === 0 && name !== 'cpu' && name !== 'memory' && !isHugePages(name))
    notSupported(review, path, name, ['cpu', 'hugepages-', 'memory'], at);
}

/** All containers together may not ask for more than the pod, and none may have a higher limit (validatePodResourceConsistency). */
function reviewSums(review: Review, spec: JsonObject, resources: JsonObject, parent: FieldPath): void {
  reviewTogether(review, spec, resources, 'requests', parent);
  reviewTogether(review, spec, resources, 'limits', parent);
  const limits = quantitiesOf(resources, 'limits');
  objectsOf(spec, 'containers').forEach((container, index) => {
    for (const [name, own] of quantitiesOf(partOf(container, 'resources'), 'limits')) {
      const limit = limits.get(name);
      if (limit === undefined || compareQuantities(own, limit) <= 0) continue;
      const shown = child(keyed(indexed(child(parent, 'resources', 'containers'), index), name), 'limits');
      const at = keyed(child(indexed(child(parent, 'containers'), index), 'resources', 'limits'), name);
      invalid(review, shown, formatQuantity(own), `must be less than or equal to pod limits of ${formatQuantity(limit)}`, at);
    }
  });
}

/** Of limits only those are added up that cannot be shared out twice. */
function reviewTogether(review: Review, spec: JsonObject, resources: JsonObject, field: 'requests' | 'limits', parent: FieldPath): void {
  const own = quantitiesOf(resources, field);
  if (own.size === 0) return;
  for (const [name, sum] of sumOfContainers(spec, field)) {
    const whole = own.get(name);
    if (whole === undefined || (field === 'limits' && !isHugePages(name)) || compareQuantities(sum, whole) <= 0) continue;
    const why = `must be greater than or equal to aggregate container ${field} of ${formatQuantity(sum)}`;
    invalid(review, keyed(child(parent, 'resources', field), name), formatQuantity(whole), why);
  }
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
