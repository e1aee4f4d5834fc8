import { at, isJsonArray, type JsonValue, member } from '../../base/json.ts';
import type { ContainerStatus, Pod, PodPhase, ReadyCondition } from './pod.ts';
import type { Container } from './podTemplate.ts';
import { readMeta } from './readMeta.ts';
import { readPodSpec } from './readPodSpec.ts';
import { field, integer, objectField, oneOf, type Read, readWhole, type Spot, text } from './spot.ts';
import { defaultTimeBase, instant, type TimeBase } from './time.ts';

const phases: readonly [PodPhase, ...PodPhase[]] = ['Pending', 'Running', 'Succeeded', 'Failed'];

/** A pod from its manifest or from what kubectl prints. */
export function readPod(json: JsonValue, base: TimeBase = defaultTimeBase): Read<Pod> {
  return readWhole(json, root => {
    const spec = readPodSpec(objectField(root, 'spec'));
    const status = objectField(root, 'status');
    const ready = readReady(status, base);
    const of = (container: Container): ContainerStatus => containerStatus(container, ready);
    return {
      ...readMeta(root, base, true),
      spec,
      tolerations: spec.tolerations,
      nodeName: spec.nodeName,
      targetNode: pinnedNode(json),
      phase: oneOf(field(status, 'phase'), phases),
      reason: text(field(status, 'reason')),
      message: text(field(status, 'message')),
      ready,
      initContainerStatuses: spec.initContainers.map(of),
      containerStatuses: spec.containers.map(of),
      gracePeriodSeconds: integer(field(field(root, 'metadata'), 'deletionGracePeriodSeconds'), 0),
      podIp: text(field(status, 'podIP')),
    };
  });
}

function readReady(status: Spot, base: TimeBase): ReadyCondition | null {
  const conditions = member(status.value, 'conditions');
  if (!isJsonArray(conditions)) return null;
  const index = conditions.findIndex(condition => member(condition, 'type') === 'Ready');
  if (index < 0) return null;
  const condition: Spot = { value: conditions[index], parent: field(status, 'conditions'), step: index, problems: status.problems };
  return { ready: member(condition.value, 'status') === 'True', since: instant(field(condition, 'lastTransitionTime'), base) };
}

/** The node of the first requirement `metadata.name In [x]`, terms in order (component-helpers: GetTargetNodeName). */
function pinnedNode(json: JsonValue): string {
  const required = at(json, 'spec', 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
  for (const term of isJsonArray(required) ? required : []) {
    const fields = member(term, 'matchFields');
    for (const requirement of isJsonArray(fields) ? fields : []) {
      if (member(requirement, 'key') !== 'metadata.name' || member(requirement, 'operator') !== 'In') continue;
      const values = member(requirement, 'values');
      return isJsonArray(values) && values.length === 1 && typeof values[0] === 'string' ? values[0] : '';
    }
  }
  return '';
}

function containerStatus(container: Container, ready: ReadyCondition | null): ContainerStatus {
  const up = ready?.ready === true;
  return {
    name: container.name,
    ready: up,
    started: up,
    restartCount: 0,
    state: up ? { kind: 'running', startedAt: ready.since } : { kind: 'waiting', reason: 'ContainerCreating' },
    lastFinishedAt: null,
  };
}
