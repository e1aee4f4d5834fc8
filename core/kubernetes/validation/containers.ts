import { type JsonObject, member } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { dnsLabelProblems } from '../names/dns.ts';
import { atLeast } from '../versions.ts';
import { reviewEnvironment } from './environment.ts';
import { reviewLifecycle } from './handlers.ts';
import { reviewDevices, reviewMounts } from './mounts.ts';
import { reviewHostPortConflicts, reviewPorts } from './ports.ts';
import { reviewProbes } from './probes.ts';
import { has, numberOf, objectOf, objectsOf, partOf, textOf } from './read.ts';
import { reviewInitResizePolicy, reviewResizePolicy } from './resizePolicy.ts';
import { reviewClaims, reviewResources } from './resources.ts';
import { reviewRestartPolicy } from './restartRules.ts';
import { duplicate, forbidden, invalid, invalidEach, notFound, oneOfRequired, type Review, required } from './review.ts';
import { reviewSecurityContext } from './securityContext.ts';
import type { KnownVolumes } from './volumes.ts';

/** What the containers of a pod share. */
export interface PodFacts {
  readonly volumes: KnownVolumes;
  /** All volumes by name, also those with a mistake. */
  readonly declared: KnownVolumes;
  readonly claims: ReadonlySet<string>;
  readonly gracePeriod: number;
  readonly hostUsers: boolean;
}

/** The main containers (core validation, validateContainers). */
export function reviewContainers(review: Review, spec: JsonObject, facts: PodFacts, parent: FieldPath): void {
  const path = child(parent, 'containers');
  const containers = objectsOf(spec, 'containers');
  if (containers.length === 0) required(review, path);
  const names = new Set<string>();
  containers.forEach((container, index) => {
    const place = indexed(path, index);
    reviewCommon(review, container, facts, place);
    reviewUnique(review, container, names, place);
    reviewLifecycle(review, container, place, facts.gracePeriod);
    reviewProbes(review, container, place, facts.gracePeriod);
    reviewRestartPolicy(review, container, place, false);
  });
  reviewHostPortConflicts(review, containers, path);
}

/** Init containers: probes and hooks only for those that go on running beside the others. */
export function reviewInitContainers(review: Review, spec: JsonObject, facts: PodFacts, parent: FieldPath): void {
  const path = child(parent, 'initContainers');
  const names = new Set(objectsOf(spec, 'containers').map(container => textOf(container, 'name')));
  objectsOf(spec, 'initContainers').forEach((container, index) => {
    const place = indexed(path, index);
    reviewCommon(review, container, facts, place);
    reviewRestartPolicy(review, container, place, true);
    reviewUnique(review, container, names, place);
    reviewHostPortConflicts(review, [container], path, index);
    reviewInitResizePolicy(review, container, place);
    if (textOf(container, 'restartPolicy') === 'Always') {
      reviewLifecycle(review, container, place, facts.gracePeriod);
      reviewProbes(review, container, place, facts.gracePeriod);
    } else {
      for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
        if (has(container, field))
          forbidden(review, child(place, field), 'may not be set for init containers without restartPolicy=Always');
      }
    }
  });
}

const onlyWhileRunning: readonly string[] = [
  'ports',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
];

/** Ephemeral containers are refused in a template, but looked into all the same. */
export function reviewEphemeralContainers(review: Review, spec: JsonObject, facts: PodFacts, parent: FieldPath): void {
  const path = child(parent, 'ephemeralContainers');
  const others = ['containers', 'initContainers'].flatMap(list => objectsOf(spec, list)).map(container => textOf(container, 'name'));
  const names = new Set(others);
  objectsOf(spec, 'ephemeralContainers').forEach((container, index) => {
    const place = indexed(path, index);
    const target = textOf(container, 'targetContainerName');
    reviewCommon(review, container, facts, place);
    reviewUnique(review, container, names, place);
    reviewOfPodOnly(review, container, place);
    if (target !== '' && !others.includes(target)) notFound(review, child(place, 'targetContainerName'), target);
    const wrong = onlyWhileRunning.filter(field => has(container, field));
    if (Object.keys(partOf(container, 'resources')).length > 0) wrong.push('resources');
    for (const field of wrong) forbidden(review, child(place, field), 'cannot be set for an Ephemeral Container');
  });
}

/** What the server asks of the containers of a pod, but not of a template's (validateContainerOnlyForPod), and where an ephemeral one may not mount. */
function reviewOfPodOnly(review: Review, container: JsonObject, path: FieldPath): void {
  const image = textOf(container, 'image');
  if (image.trim() !== image) invalid(review, child(path, 'image'), image, 'must not have leading or trailing whitespace');
  objectsOf(container, 'volumeMounts').forEach((mount, index) => {
    for (const field of ['subPath', 'subPathExpr'])
      if (textOf(mount, field) !== '')
        forbidden(review, child(indexed(child(path, 'volumeMounts'), index), field), 'cannot be set for an Ephemeral Container');
  });
}

function reviewCommon(review: Review, container: JsonObject, facts: PodFacts, path: FieldPath): void {
  const name = textOf(container, 'name');
  if (name === '') required(review, child(path, 'name'));
  else invalidEach(review, child(path, 'name'), name, dnsLabelProblems(name));
  if (textOf(container, 'image') === '') required(review, child(path, 'image'));
  const message = textOf(container, 'terminationMessagePolicy');
  oneOfRequired(review, child(path, 'terminationMessagePolicy'), message, ['File', 'FallbackToLogsOnError']);
  reviewPorts(review, objectsOf(container, 'ports'), child(path, 'ports'));
  reviewEnvironment(review, container, path);
  reviewFileKeyVolumes(review, container, facts.declared, path);
  reviewMounts(review, container, facts.volumes, path);
  reviewDevices(review, container, facts.volumes, path);
  const pull = textOf(container, 'imagePullPolicy');
  oneOfRequired(review, child(path, 'imagePullPolicy'), pull, ['Always', 'IfNotPresent', 'Never']);
  const resources = partOf(container, 'resources');
  reviewResources(review, resources, child(path, 'resources'));
  reviewClaims(review, resources, facts.claims, child(path, 'resources'));
  if (atLeast(review.version, '1.33')) reviewResizePolicy(review, objectsOf(container, 'resizePolicy'), child(path, 'resizePolicy'));
  reviewSecurityContext(review, container, path, facts.hostUsers);
}

function reviewUnique(review: Review, container: JsonObject, names: Set<string>, path: FieldPath): void {
  const name = textOf(container, 'name');
  if (names.has(name) && (review.cascades || name !== '')) duplicate(review, child(path, 'name'), name);
  names.add(name);
}

/** A variable out of a file: the file stands in an emptyDir of the pod. */
function reviewFileKeyVolumes(review: Review, container: JsonObject, volumes: KnownVolumes, path: FieldPath): void {
  objectsOf(container, 'env').forEach((variable, index) => {
    const ref = objectOf(partOf(variable, 'valueFrom'), 'fileKeyRef');
    if (ref === null) return;
    const name = textOf(ref, 'volumeName');
    const place = child(indexed(child(path, 'env'), index), 'valueFrom', 'fileKeyRef', 'volumeName');
    const volume = volumes.get(name);
    if (volume === undefined) {
      if (review.cascades || name !== '') notFound(review, place, name);
    } else if (!has(volume, 'emptyDir')) invalid(review, place, name, 'referenced volume must be of type emptyDir');
  });
}

/** Seconds a pod has to end. */
export function gracePeriodOf(spec: JsonObject): number {
  return member(spec, 'terminationGracePeriodSeconds') === undefined ? 30 : numberOf(spec, 'terminationGracePeriodSeconds');
}
