import type { JsonValue } from '../../base/json.ts';
import type { Allocatable, ConditionStatus, Node, NodeCondition, NodeInfo, Taint, TaintEffect } from './node.ts';
import { readMeta } from './readMeta.ts';
import { quantity } from './readQuantity.ts';
import { field, flag, isAbsent, list, objectAt, objectField, oneOf, type Read, readWhole, requiredText, type Spot, text } from './spot.ts';
import { defaultTimeBase, instant, type TimeBase } from './time.ts';

/** What a node that does not tell its size can give: a machine of 4 cores and 16 GiB. */
const ordinaryNode = { cpuMilli: 4_000, memoryBytes: 16 * 2 ** 30, pods: 110 };

/** A node as `kubectl get nodes -o yaml` prints it. What it does not say is that of an ordinary, Ready node. */
export function readNode(json: JsonValue, base: TimeBase = defaultTimeBase): Read<Node> {
  return readWhole(json, root => {
    const spec = objectField(root, 'spec');
    const status = objectField(root, 'status');
    const meta = readMeta(root, base, false);
    return {
      ...meta,
      unschedulable: flag(field(spec, 'unschedulable')),
      taints: list(field(spec, 'taints'), readTaint),
      conditions: readConditions(field(status, 'conditions'), base),
      allocatable: readAllocatable(status),
      info: readInfo(status),
    };
  });
}

const effects: readonly [TaintEffect, ...TaintEffect[]] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function readTaint(spot: Spot): Taint {
  return { key: requiredText(field(spot, 'key')), value: text(field(spot, 'value')), effect: oneOf(field(spot, 'effect'), effects) };
}

const statuses: readonly [ConditionStatus, ...ConditionStatus[]] = ['True', 'False', 'Unknown'];

function readConditions(spot: Spot, base: TimeBase): readonly NodeCondition[] {
  const conditions = list(spot, item => ({
    type: requiredText(field(item, 'type')),
    status: oneOf(field(item, 'status'), statuses),
    reason: text(field(item, 'reason')),
    since: instant(field(item, 'lastTransitionTime'), base),
  }));
  if (conditions.some(condition => condition.type === 'Ready')) return conditions;
  return [...conditions, { type: 'Ready', status: 'True', reason: 'KubeletReady', since: base.assumed }];
}

function readAllocatable(status: Spot): Allocatable {
  const given = field(status, isAbsent(field(status, 'allocatable')) ? 'capacity' : 'allocatable');
  const resources = objectAt(given);
  const extended: Record<string, number> = {};
  for (const name of Object.keys(resources)) {
    if (name.includes('/') || name.startsWith('hugepages-')) extended[name] = quantity(field(given, name), 0, 0);
  }
  return {
    cpuMilli: quantity(field(given, 'cpu'), -3, ordinaryNode.cpuMilli),
    memoryBytes: quantity(field(given, 'memory'), 0, ordinaryNode.memoryBytes),
    pods: quantity(field(given, 'pods'), 0, ordinaryNode.pods),
    extended,
  };
}

function readInfo(status: Spot): NodeInfo {
  const info = objectField(status, 'nodeInfo');
  const addresses = list(field(status, 'addresses'), item => ({ type: text(field(item, 'type')), address: text(field(item, 'address')) }));
  const address = (type: string): string => addresses.find(candidate => candidate.type === type)?.address ?? '';
  return {
    kubeletVersion: text(field(info, 'kubeletVersion')),
    internalIp: address('InternalIP'),
    externalIp: address('ExternalIP'),
    osImage: text(field(info, 'osImage')),
    kernelVersion: text(field(info, 'kernelVersion')),
    containerRuntime: text(field(info, 'containerRuntimeVersion')),
  };
}
