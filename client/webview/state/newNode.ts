import { at, isJsonObject, type JsonObject, member } from '../../../core/base/json.ts';
import { makeNode } from '../../../core/simulation/clusters/makeNode.ts';
import type { ScenarioAction } from '../../../core/simulation/scenario.ts';
import type { PanelState } from './state.ts';

/** One more node like the selected one, else like one that the DaemonSet wants, else like the last; a plain one where there is none. null: nothing is shown yet. */
export function addNodeAction(state: PanelState): ScenarioAction | null {
  const { subject } = state;
  if (subject === null) return null;
  const added = state.faults.flatMap(fault => (fault.do === 'addNode' ? [fault.node] : []));
  const nodes = [...subject.cluster.nodes, ...added];
  const model = nodes.find(node => nameOf(node) === state.selected) ?? wanted(state, nodes) ?? nodes[nodes.length - 1];
  if (model === undefined) return { do: 'addNode', node: makeNode({ name: 'node-1' }) };
  return { do: 'addNode', node: sibling(model, freeName(nameOf(model), new Set(nodes.map(nameOf)))) };
}

function wanted(state: PanelState, nodes: readonly JsonObject[]): JsonObject | undefined {
  const names = new Set(state.picture?.nodes.filter(node => node.targeted).map(node => node.name));
  return nodes.findLast(node => names.has(nameOf(node)));
}

/** The same labels, taints and size under another name; what only one node can have is left out. */
function sibling(node: JsonObject, name: string): JsonObject {
  const metadata = at(node, 'metadata');
  const labels = at(node, 'metadata', 'labels');
  const spec = at(node, 'spec');
  return {
    ...node,
    metadata: {
      ...without(metadata, ['uid', 'creationTimestamp', 'resourceVersion', 'managedFields']),
      name,
      labels: { ...(isJsonObject(labels) ? labels : {}), 'kubernetes.io/hostname': name },
    },
    spec: without(spec, ['podCIDR', 'podCIDRs', 'providerID', 'unschedulable']),
  };
}

function without(value: ReturnType<typeof at>, keys: readonly string[]): JsonObject {
  return isJsonObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) : {};
}

/** `worker-2` → `worker-3`, or the next number that is free; a name without number gets `-2`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const match = /^(.*?)(\d+)$/.exec(name);
  const stem = match?.[1] ?? `${name}-`;
  const digits = match?.[2] ?? '1';
  for (let number = Number(digits) + 1; ; number++) {
    const candidate = `${stem}${String(number).padStart(digits.length, '0')}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function nameOf(node: JsonObject): string {
  const name = member(member(node, 'metadata'), 'name');
  return typeof name === 'string' ? name : '';
}
