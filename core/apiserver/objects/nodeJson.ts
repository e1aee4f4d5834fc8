import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Labels } from '../../kubernetes/objects/meta.ts';
import type { Node, NodeCondition } from '../../kubernetes/objects/node.ts';
import { type Clock, timeText } from '../clock.ts';
import { labelsOf } from './labelsOf.ts';
import { metaJson } from './metaJson.ts';

/** A node as the API server returns it: what it was given (`given`), with what the simulation knows better. */
export function nodeJson(node: Node, given: JsonObject, resourceVersion: number, clock: Clock): JsonObject {
  const spec = member(given, 'spec');
  const status = member(given, 'status');
  const { unschedulable: _cordoned, taints: _taints, ...rest } = isJsonObject(spec) ? spec : {};
  return {
    kind: 'Node',
    apiVersion: 'v1',
    metadata: metaJson({ ...node, annotations: annotationsOf(given, node) }, resourceVersion, clock),
    spec: {
      ...rest,
      ...(node.unschedulable ? { unschedulable: true } : {}),
      ...(node.taints.length === 0 ? {} : { taints: node.taints.map(taintJson) }),
    },
    status: { ...(isJsonObject(status) ? status : {}), conditions: allConditions(node).map(one => conditionJson(one, given, clock)) },
  };
}

/** Annotations decide nothing in the simulation; what a client wrote is kept in what was given. */
function annotationsOf(given: JsonObject, node: Node): Labels {
  const own = at(given, 'metadata', 'annotations');
  return { 'node.alpha.kubernetes.io/ttl': '0', ...(isJsonObject(own) ? labelsOf(own) : node.annotations) };
}

function taintJson({ key, value, effect }: Node['taints'][number]): JsonObject {
  return { key, ...(value === '' ? {} : { value }), effect };
}

/** A kubelet always reports these three; a node that was given without them has no pressure. */
function allConditions(node: Node): readonly NodeCondition[] {
  const known = new Set(node.conditions.map(condition => condition.type));
  const missing = unpressed.filter(condition => !known.has(condition.type)).map(condition => ({ ...condition, since: node.createdAt }));
  return [...missing, ...node.conditions];
}

const unpressed = [
  { type: 'MemoryPressure', status: 'False', reason: 'KubeletHasSufficientMemory' },
  { type: 'DiskPressure', status: 'False', reason: 'KubeletHasNoDiskPressure' },
  { type: 'PIDPressure', status: 'False', reason: 'KubeletHasSufficientPID' },
] as const;

function conditionJson(condition: NodeCondition, given: JsonObject, clock: Clock): JsonObject {
  const { type, status, reason, since } = condition;
  const message = messages[reason] ?? messageOf(given, type, reason);
  return {
    ...{ type, status },
    // a kubelet that is silent sent its last heartbeat when it fell silent
    ...{ lastHeartbeatTime: timeText(clock, status === 'Unknown' ? since : clock.now), lastTransitionTime: timeText(clock, since) },
    ...{ reason, ...(message === '' ? {} : { message }) },
  };
}

const messages: Readonly<Record<string, string>> = {
  KubeletReady: 'kubelet is posting ready status',
  NodeStatusUnknown: 'Kubelet stopped posting node status.',
  KubeletHasSufficientMemory: 'kubelet has sufficient memory available',
  KubeletHasNoDiskPressure: 'kubelet has no disk pressure',
  KubeletHasSufficientPID: 'kubelet has sufficient PID available',
};

function messageOf(given: JsonObject, type: string, reason: string): string {
  const conditions: JsonValue | undefined = at(given, 'status', 'conditions');
  const same = isJsonArray(conditions)
    ? conditions.find(one => member(one, 'type') === type && member(one, 'reason') === reason)
    : undefined;
  const message = member(same, 'message');
  return typeof message === 'string' ? message : '';
}
