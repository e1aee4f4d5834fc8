import type { JsonObject, JsonValue } from '../../../core/base/json.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import type { FixedDelays, FixedImage } from '../../../core/simulation/kubeletModel.ts';
import type { Scenario, ScenarioAction, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { taint } from './objects.ts';
import type { TimelineEvent, TimelineNode, TimelineRecord } from './timelineRecord.ts';

/** The scenario of a recorded rollout, in the fixed world in which it was recorded. */
export function scenarioOf(record: TimelineRecord, kubernetesVersion: KubernetesVersion, seed: number): Scenario {
  const nodes = record.nodes.flatMap(expand);
  const rejecting = nodes.filter(({ rejects }) => rejects === true);
  return {
    kubernetesVersion,
    seed,
    cluster: { name: record.name, nodes: nodes.map(nodeJson), daemonSets: [], pods: [] },
    baseline: null,
    events: [...rejecting.map(({ name }): ScenarioEvent => ({ at: 0, do: 'rejectPods', node: name })), ...record.events.flatMap(events)],
    assumptions: { ...defaultAssumptions, clientQps: 0, clientBurst: 0 },
    kubelet: { kind: 'fixed', delays: record.delays as unknown as FixedDelays, images: images(record) },
    limits: { until: record.until, maxEvents: 1_000_000 },
  };
}

function images(record: TimelineRecord): Readonly<Record<string, FixedImage>> {
  const unsaid: FixedImage = { start: null, ready: null, term: null, upFor: null, downFor: null, reject: null };
  return Object.fromEntries(
    Object.entries(record.images ?? {}).map(([name, { reject, ...said }]) => [
      name,
      { ...unsaid, ...said, reject: reject === true ? (record.delays.reject ?? 0) : null },
    ]),
  );
}

function expand(node: TimelineNode): readonly TimelineNode[] {
  if (node.count === undefined) return [node];
  return Array.from({ length: node.count }, (_, i) => ({ ...node, name: `${node.name}${i + 1}` }));
}

function nodeJson(node: TimelineNode): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: node.name, labels: node.labels ?? {} },
    spec: {
      ...(node.unschedulable === true ? { unschedulable: true } : {}),
      taints: (node.taints ?? []).map(text => ({ ...taint(text) })),
    },
    status: { allocatable: { cpu: '1000', memory: '1000Gi', pods: '1000' }, conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

function events(event: TimelineEvent): readonly ScenarioEvent[] {
  const added = event.new;
  const rejects = added?.rejects === true ? [{ at: event.at, do: 'rejectPods', node: added.name } as const] : [];
  return [{ at: event.at, ...action(event) }, ...rejects];
}

function action(event: TimelineEvent): ScenarioAction {
  const { node = '', ds = '' } = event;
  const pod = { namespace: 'default', daemonSet: ds, node };
  switch (event.do) {
    case 'create':
      return { do: 'apply', manifest: complete(event.manifest ?? {}) };
    case 'edit':
      return { do: 'patch', namespace: 'default', daemonSet: ds, patch: event.patch ?? {} };
    case 'deleteDaemonSet':
      return { do: 'deleteDaemonSet', namespace: 'default', daemonSet: ds, propagation: 'Background' };
    case 'deletePod':
      return { do: 'deletePod', pod, force: false };
    case 'forceDeletePod':
      return { do: 'deletePod', pod, force: true };
    case 'addNode':
      return { do: 'addNode', node: nodeJson(event.new ?? { name: '' }) };
    case 'taint':
      return { do: 'taint', node, taint: taint(event.taint ?? '') };
    case 'untaint':
      return { do: 'untaint', node, key: taint(event.taint ?? '').key, effect: taint(event.taint ?? '').effect };
    case 'label':
      return { do: 'label', node, labels: { [event.key ?? '']: event.value ?? '' } };
    case 'unlabel':
      return { do: 'label', node, labels: { [event.key ?? '']: null } };
    case 'setRejects':
      return { do: event.rejects === true ? 'rejectPods' : 'acceptPods', node };
    case 'cordon':
    case 'uncordon':
    case 'nodeDown':
    case 'nodeUp':
    case 'removeNode':
      return { do: event.do, node };
    default:
      throw new Error(`unknown event ${event.do}`);
  }
}

function complete(manifest: JsonObject): JsonObject {
  const metadata = manifest.metadata as Record<string, JsonValue>;
  return { apiVersion: 'apps/v1', kind: 'DaemonSet', ...manifest, metadata: { namespace: 'default', ...metadata } };
}
