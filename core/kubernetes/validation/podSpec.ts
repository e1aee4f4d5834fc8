import type { JsonObject } from '../../base/json.ts';
import { member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems } from '../names/dns.ts';
import { qualifiedNameProblems } from '../names/labels.ts';
import { byteLength, outOfRange } from '../names/messages.ts';
import { reviewAffinity } from './affinity.ts';
import { gracePeriodOf, type PodFacts, reviewContainers, reviewEphemeralContainers, reviewInitContainers } from './containers.ts';
import { reviewDns, reviewHostAliases } from './dnsConfig.ts';
import { reviewLabels } from './labels.ts';
import { reviewOperatingSystem } from './operatingSystem.ts';
import { reviewPodClaims, reviewPodResources } from './podResources.ts';
import { reviewPodSecurity } from './podSecurity.ts';
import { reviewHostNetworkPorts } from './ports.ts';
import { flagOf, has, numberOf, objectsOf, partOf, textOf } from './read.ts';
import { reviewResources } from './resources.ts';
import { duplicate, forbidden, invalid, invalidEach, oneOfRequired, type Review, tooLong } from './review.ts';
import { reviewTolerations } from './tolerations.ts';
import { reviewTopologySpread } from './topologySpread.ts';
import { reviewVolumes } from './volumes.ts';

/** The spec of a pod template, defaults filled in (core validation, ValidatePodSpec). */
export function reviewPodSpec(review: Review, spec: JsonObject, path: FieldPath): void {
  const facts: PodFacts = {
    volumes: reviewVolumes(review, objectsOf(spec, 'volumes'), child(path, 'volumes')),
    declared: new Map(objectsOf(spec, 'volumes').map(volume => [textOf(volume, 'name'), volume] as const)),
    claims: new Set(objectsOf(spec, 'resourceClaims').flatMap(claim => textOf(claim, 'name') || [])),
    gracePeriod: gracePeriodOf(spec),
    hostUsers: member(spec, 'hostUsers') !== false,
  };
  reviewPodClaims(review, spec, path);
  reviewContainers(review, spec, facts, path);
  reviewInitContainers(review, spec, facts, path);
  reviewEphemeralContainers(review, spec, facts, path);
  reviewPodResources(review, spec, facts.claims, path);
  if (flagOf(spec, 'hostNetwork')) reviewHostNetworkPorts(review, objectsOf(spec, 'containers'), child(path, 'containers'));
  oneOfRequired(review, child(path, 'restartPolicy'), textOf(spec, 'restartPolicy'), ['Always', 'OnFailure', 'Never']);
  reviewDns(review, spec, path);
  reviewLabels(review, spec, 'nodeSelector', child(path, 'nodeSelector'));
  reviewPodSecurity(review, spec, path);
  reviewAffinity(review, partOf(spec, 'affinity'), child(path, 'affinity'));
  reviewGates(review, spec, path);
  reviewTopologySpread(review, objectsOf(spec, 'topologySpreadConstraints'), child(path, 'topologySpreadConstraints'));
  reviewNames(review, spec, path);
  reviewHostnameOverride(review, spec, path);
  reviewDeadline(review, spec, path);
  reviewTolerations(review, objectsOf(spec, 'tolerations'), child(path, 'tolerations'));
  reviewHostAliases(review, spec, path);
  if (has(spec, 'preemptionPolicy'))
    oneOfRequired(review, child(path, 'preemptionPolicy'), textOf(spec, 'preemptionPolicy'), ['PreemptLowerPriority', 'Never']);
  if (has(spec, 'overhead'))
    reviewResources(review, { limits: partOf(spec, 'overhead') }, child(path, 'overhead'), child(path, 'overhead'));
  reviewOperatingSystem(review, spec, path);
}

const names: readonly (readonly [string, (name: string) => readonly string[]])[] = [
  ['serviceAccountName', dnsSubdomainProblems],
  ['nodeName', dnsSubdomainProblems],
  ['hostname', dnsLabelProblems],
  ['subdomain', dnsLabelProblems],
  ['priorityClassName', dnsSubdomainProblems],
  ['runtimeClassName', dnsSubdomainProblems],
  ['hostnameOverride', dnsSubdomainProblems],
];

/** Names of other objects, and of the pod on the network. A pointer's empty text is a name, too. */
function reviewNames(review: Review, spec: JsonObject, path: FieldPath): void {
  for (const [field, problems] of names) {
    const name = textOf(spec, field);
    const pointer = field === 'runtimeClassName' || field === 'hostnameOverride';
    if (pointer ? has(spec, field) : name !== '') invalidEach(review, child(path, field), name, problems(name));
  }
}

/** A pod that keeps its own name on the network cannot have another one's. */
function reviewHostnameOverride(review: Review, spec: JsonObject, path: FieldPath): void {
  if (!has(spec, 'hostnameOverride')) return;
  const name = textOf(spec, 'hostnameOverride');
  const place = child(path, 'hostnameOverride');
  if (byteLength(name) > 64) tooLong(review, place, name, 64);
  if (flagOf(spec, 'hostNetwork')) forbidden(review, place, 'may not be specified when hostNetwork is true');
  if (flagOf(spec, 'setHostnameAsFQDN')) forbidden(review, place, 'may not be specified when setHostnameAsFQDN is true');
}

function reviewDeadline(review: Review, spec: JsonObject, path: FieldPath): void {
  const seconds = numberOf(spec, 'activeDeadlineSeconds');
  if (has(spec, 'activeDeadlineSeconds') && (seconds < 1 || seconds > 2147483647))
    invalid(review, child(path, 'activeDeadlineSeconds'), seconds, outOfRange(1, 2147483647));
}

/** Conditions a pod waits for before it is ready, and gates before it is scheduled. */
function reviewGates(review: Review, spec: JsonObject, path: FieldPath): void {
  objectsOf(spec, 'readinessGates').forEach((gate, index) => {
    const type = textOf(gate, 'conditionType');
    invalidEach(review, child(indexed(child(path, 'readinessGates'), index), 'conditionType'), type, qualifiedNameProblems(type));
  });
  const seen = new Set<string>();
  objectsOf(spec, 'schedulingGates').forEach((gate, index) => {
    const name = textOf(gate, 'name');
    const place = indexed(child(path, 'schedulingGates'), index);
    invalidEach(review, place, name, qualifiedNameProblems(name));
    if (seen.has(name)) duplicate(review, place, name);
    seen.add(name);
  });
}
