import { assertNever } from '../../../core/base/assert.ts';
import { at } from '../../../core/base/json.ts';
import type { PodTarget, ScenarioAction } from '../../../core/simulation/scenario.ts';

/** What happens, in a few words: `pod on worker-1 deleted`. */
export function faultText(action: ScenarioAction): string {
  switch (action.do) {
    case 'apply':
      return 'manifest applied';
    case 'patch':
      return `${action.daemonSet} patched`;
    case 'deleteDaemonSet':
      return `${action.daemonSet} deleted`;
    case 'deletePod':
      return `${podText(action.pod)} deleted${action.force ? ' by force' : ''}`;
    case 'crashPod':
      return `${podText(action.pod)} crashes`;
    case 'evictPod':
      return `${podText(action.pod)} evicted`;
    case 'addNode':
      return `node ${text(at(action.node, 'metadata', 'name'))} added`;
    default:
      return nodeText(action);
  }
}

type NodeAction = Exclude<
  ScenarioAction,
  { readonly do: 'apply' | 'patch' | 'deleteDaemonSet' | 'deletePod' | 'crashPod' | 'evictPod' | 'addNode' }
>;

function nodeText(action: NodeAction): string {
  switch (action.do) {
    case 'removeNode':
      return `node ${action.node} removed`;
    case 'nodeDown':
      return `node ${action.node} goes down`;
    case 'nodeUp':
      return `node ${action.node} comes back`;
    case 'cordon':
      return `node ${action.node} cordoned`;
    case 'uncordon':
      return `node ${action.node} uncordoned`;
    case 'taint':
      return `node ${action.node} tainted: ${action.taint.key}:${action.taint.effect}`;
    case 'untaint':
      return `taint ${action.key}:${action.effect} taken off node ${action.node}`;
    case 'label':
      return `node ${action.node} labelled: ${Object.keys(action.labels).join(', ')}`;
    case 'rejectPods':
      return `node ${action.node} refuses pods`;
    case 'acceptPods':
      return `node ${action.node} takes pods again`;
    default:
      return assertNever(action);
  }
}

function podText(pod: PodTarget): string {
  return 'node' in pod ? `pod on ${pod.node}` : `pod ${pod.name}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
