import assert from 'node:assert/strict';
import type { JsonObject } from '../../core/base/json.ts';
import type { Pod } from '../../core/kubernetes/objects/pod.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { plainCluster } from '../../core/simulation/clusters/generate.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { simulate } from '../../core/simulation/run.ts';
import { defaultLimits, type Scenario, type ScenarioEvent } from '../../core/simulation/scenario.ts';
import { daemonSetsAt, podsAt, type Timeline } from '../../core/simulation/timeline.ts';

/** What a test wants to be different in the DaemonSet `default/agent`: parts of its spec, pod spec, and of its one container. */
export interface AgentParts {
  readonly spec?: JsonObject;
  readonly pod?: JsonObject;
  readonly container?: JsonObject;
}

/** The DaemonSet `default/agent` with one container of the given image. */
export function agent(image: string, { spec = {}, pod = {}, container = {} }: AgentParts = {}): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      ...spec,
      template: { metadata: { labels: { app: 'agent' } }, spec: { ...pod, containers: [{ name: 'agent', image, ...container }] } },
    },
  };
}

/** A scenario on three nodes with every assumption at its default, where the test does not say otherwise. */
export function scenario(parts: Partial<Scenario> = {}): Scenario {
  return {
    kubernetesVersion: '1.36',
    seed: 1,
    cluster: plainCluster(3),
    baseline: null,
    events: [],
    assumptions: defaultAssumptions,
    kubelet: manifestKubelet,
    limits: defaultLimits,
    ...parts,
  };
}

/** Runs a scenario to its end; the test fails when it cannot start. */
export function timelineOf(parts: Partial<Scenario>): Timeline {
  const result = simulate(scenario(parts));
  assert.ok(result.ok, JSON.stringify(result));
  return result.timeline;
}

/** An edit of the agent at an instant. */
export function apply(at: number, manifest: JsonObject): ScenarioEvent {
  return { at, do: 'apply', manifest };
}

/** DESIRED/CURRENT/READY/UP-TO-DATE/AVAILABLE of a DaemonSet, as the table prints them. */
export function row(timeline: Timeline, at = Number.MAX_SAFE_INTEGER, name = 'agent'): string {
  const status = daemonSetsAt(timeline, at).find(daemonSet => daemonSet.name === name)?.status;
  if (status === undefined) return 'gone';
  const { desiredNumberScheduled, currentNumberScheduled, numberReady, updatedNumberScheduled, numberAvailable } = status;
  return [desiredNumberScheduled, currentNumberScheduled, numberReady, updatedNumberScheduled, numberAvailable].join('/');
}

/** What a pod looks like in one word or two: `Pending unbound`, `Running ready`, `Failed Evicted`, `Terminating`. */
export function looks(pod: Pod): string {
  if (pod.deletedAt !== null) return 'Terminating';
  if (pod.phase === 'Failed') return `Failed ${pod.reason}`;
  if (pod.nodeName === '') return 'Pending unbound';
  const [first] = [...pod.initContainerStatuses, ...pod.containerStatuses].filter(status => status.state.kind === 'waiting');
  if (first?.state.kind === 'waiting') return `${pod.phase} ${first.state.reason}`;
  return `${pod.phase} ${pod.ready?.ready === true ? 'ready' : 'not ready'}`;
}

/** Node → what the agent's pods there look like, oldest first. */
export function picture(timeline: Timeline, at = Number.MAX_SAFE_INTEGER): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  for (const pod of podsAt(timeline, at)) {
    const node = pod.nodeName || pod.targetNode;
    result[node] = [...(result[node] ?? []), looks(pod)];
  }
  return result;
}

/** The pods' changes as lines `instant node look`, from zero on, each only where its look changes. */
export function story(timeline: Timeline, node: string): string[] {
  const lines: string[] = [];
  for (const { at, before, after } of timeline.pods) {
    const pod = after ?? before;
    if (pod === null || at < 0 || (pod.nodeName || pod.targetNode) !== node) continue;
    const look = after === null ? 'gone' : looks(after);
    if (after === null || before === null || looks(before) !== look) lines.push(`${at} ${look}`);
  }
  return lines;
}
