import { type JsonObject, jsonEquals } from '../../../core/base/json.ts';
import { type Forecast, forecast } from '../../../core/forecast/forecast.ts';
import { type NodeHistory, nodeHistory } from '../../../core/forecast/nodeHistory.ts';
import { nameOf } from '../../../core/forecast/subject.ts';
import { fillDaemonSet } from '../../../core/kubernetes/defaulting/daemonSet.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { defaultAssumptions } from '../../../core/simulation/assumptions.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import { createRecorder } from '../../../core/simulation/recorder.ts';
import { advance, start } from '../../../core/simulation/run.ts';
import type { Cluster, Scenario } from '../../../core/simulation/scenario.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';

/** An edit as it went on a simulated cluster. */
export interface Rehearsal {
  readonly timeline: Timeline;
  readonly history: NodeHistory;
  readonly forecast: Forecast;
}

/** A rule must not keep a keystroke waiting: on more nodes the panel and the lens tell, which simulate beside the typing. */
const mostNodes = 100;
/** Some milliseconds; a rollout over so many nodes takes a third of them. */
const mostEvents = 6_000;

/** Rolls an edit out, from what runs now to what is written. null: there is no edit, nothing to try it on, or it takes too long to be told here. */
export function rehearse(
  manifest: JsonObject,
  baseline: JsonObject | null,
  cluster: Cluster | null,
  kubernetesVersion: KubernetesVersion,
): Rehearsal | null {
  if (baseline === null || cluster === null || cluster.nodes.length > mostNodes) return null;
  if (jsonEquals(fillDaemonSet(baseline), fillDaemonSet(manifest))) return null;
  const scenario: Scenario = {
    kubernetesVersion,
    seed: 1,
    cluster,
    baseline,
    events: [{ at: 0, do: 'apply', manifest }],
    assumptions: defaultAssumptions,
    kubelet: manifestKubelet,
    limits: { until: 24 * 3600 * 1000, maxEvents: mostEvents },
  };
  const recorder = createRecorder(scenario);
  const started = start(scenario, recorder);
  if (!started.ok || advance(started.run, { until: Number.MAX_SAFE_INTEGER, maxEvents: mostEvents }).kind === 'running') return null;
  const subject = nameOf(manifest);
  const history = nodeHistory(recorder.timeline, subject);
  return { timeline: recorder.timeline, history, forecast: forecast(recorder.timeline, subject, history) };
}
