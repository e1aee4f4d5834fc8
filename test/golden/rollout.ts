import assert from 'node:assert/strict';
import type { JsonObject, JsonValue } from '../../core/base/json.ts';
import { type Forecast, forecast } from '../../core/forecast/forecast.ts';
import { type NodeHistory, nodeHistory } from '../../core/forecast/nodeHistory.ts';
import { type DaemonSetName, nameOf } from '../../core/forecast/subject.ts';
import { defaultAssumptions } from '../../core/simulation/assumptions.ts';
import { builtInClusters } from '../../core/simulation/clusters/clusters.ts';
import { manifestKubelet } from '../../core/simulation/kubeletModel.ts';
import { simulate } from '../../core/simulation/run.ts';
import { defaultLimits, type Scenario, type ScenarioEvent } from '../../core/simulation/scenario.ts';
import type { Timeline } from '../../core/simulation/timeline.ts';

/** What differs between two manifests of the agent in these tests. */
export interface AgentOptions {
  readonly image?: string;
  readonly env?: string;
  readonly strategy?: JsonObject;
  readonly spec?: JsonObject;
  readonly pod?: JsonObject;
  readonly container?: JsonObject;
}

/** A DaemonSet as one writes it. */
export function agent(options: AgentOptions = {}): JsonObject {
  const container: JsonObject = {
    name: 'agent',
    image: options.image ?? 'registry.example.com/agent:1.0',
    env: [{ name: 'LEVEL', value: options.env ?? 'info' }],
    ...options.container,
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'kube-system' },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      ...(options.strategy === undefined ? {} : { updateStrategy: options.strategy }),
      ...options.spec,
      template: { metadata: { labels: { app: 'agent' } }, spec: { ...options.pod, containers: [container] } },
    },
  };
}

export function rollingUpdate(maxUnavailable: JsonValue, maxSurge: JsonValue = 0): JsonObject {
  return { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } };
}

export function builtIn(name: string): Scenario['cluster'] {
  const found = builtInClusters.find(cluster => cluster.name === name);
  assert.ok(found, name);
  return found.make();
}

/** The tutorial's cluster, and the edit at instant 0, unless told otherwise. */
export function scenarioOf(baseline: JsonObject | null, manifest: JsonObject, more: Partial<Scenario> = {}): Scenario {
  const apply: ScenarioEvent = { at: 0, do: 'apply', manifest };
  return {
    kubernetesVersion: '1.36',
    seed: 1,
    cluster: builtIn('tutorial'),
    baseline,
    assumptions: defaultAssumptions,
    kubelet: manifestKubelet,
    limits: defaultLimits,
    ...more,
    events: [apply, ...(more.events ?? [])],
  };
}

export interface Simulated {
  readonly scenario: Scenario;
  readonly timeline: Timeline;
  readonly subject: DaemonSetName;
  readonly history: NodeHistory;
  readonly forecast: Forecast;
}

/** Simulates an edit, and forecasts it. */
export function rollout(baseline: JsonObject | null, manifest: JsonObject, more: Partial<Scenario> = {}): Simulated {
  const scenario = scenarioOf(baseline, manifest, more);
  const simulated = simulate(scenario);
  assert.ok(simulated.ok, JSON.stringify(simulated));
  const subject = nameOf(manifest);
  const history = nodeHistory(simulated.timeline, subject);
  return { scenario, timeline: simulated.timeline, subject, history, forecast: forecast(simulated.timeline, subject, history) };
}
