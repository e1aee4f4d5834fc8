import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, PodSpec, Toleration } from './podTemplate.ts';
import { readContainer } from './readContainer.ts';
import { complain, field, flag, integer, isAbsent, labels, list, objectField, oneOf, type Spot, text } from './spot.ts';

/** Priorities of the classes every cluster has (scheduling.k8s.io system classes). */
const systemPriorities: ReadonlyMap<string, number> = new Map([
  ['system-node-critical', 2_000_001_000],
  ['system-cluster-critical', 2_000_000_000],
]);

/** The spec of a pod or pod template, defaults applied. */
export function readPodSpec(spec: Spot): PodSpec {
  const containers = list(field(spec, 'containers'), item => readContainer(item, false));
  if (containers.length === 0) complain(field(spec, 'containers'), 'needs at least one container');
  const priorityClassName = text(field(spec, 'priorityClassName'));
  return {
    nodeName: text(field(spec, 'nodeName')),
    nodeSelector: labels(field(spec, 'nodeSelector')),
    requiredNodeAffinity: readRequiredAffinity(spec),
    tolerations: list(field(spec, 'tolerations'), readToleration),
    hostNetwork: flag(field(spec, 'hostNetwork')),
    priorityClassName,
    priority: isAbsent(field(spec, 'priority')) ? (systemPriorities.get(priorityClassName) ?? 0) : integer(field(spec, 'priority'), 0),
    terminationGracePeriodSeconds: integer(field(spec, 'terminationGracePeriodSeconds'), 30),
    initContainers: list(field(spec, 'initContainers'), item => readContainer(item, true)),
    containers,
    readinessGates: list(field(spec, 'readinessGates'), item => text(field(item, 'conditionType'))),
  };
}

function readRequiredAffinity(spec: Spot): NodeSelector | null {
  const nodeAffinity = objectField(objectField(spec, 'affinity'), 'nodeAffinity');
  const required = objectField(nodeAffinity, 'requiredDuringSchedulingIgnoredDuringExecution');
  return isAbsent(required) ? null : { terms: list(field(required, 'nodeSelectorTerms'), readTerm) };
}

function readTerm(spot: Spot): NodeSelectorTerm {
  return {
    matchExpressions: list(field(spot, 'matchExpressions'), readRequirement),
    matchFields: list(field(spot, 'matchFields'), readRequirement),
  };
}

function readRequirement(spot: Spot): NodeSelectorRequirement {
  return {
    key: text(field(spot, 'key')),
    operator: text(field(spot, 'operator')),
    values: list(field(spot, 'values'), item => text(item)),
  };
}

function readToleration(spot: Spot): Toleration {
  const operator = field(spot, 'operator');
  const seconds = field(spot, 'tolerationSeconds');
  return {
    key: text(field(spot, 'key')),
    operator: operator.value === '' ? 'Equal' : oneOf(operator, ['Equal', 'Exists', 'Lt', 'Gt']),
    value: text(field(spot, 'value')),
    effect: text(field(spot, 'effect')),
    tolerationSeconds: isAbsent(seconds) ? null : integer(seconds, 0),
  };
}
