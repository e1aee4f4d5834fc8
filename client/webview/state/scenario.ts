import type { Subject } from '../../../core/protocol/panel.ts';
import { manifestKubelet } from '../../../core/simulation/kubeletModel.ts';
import { defaultLimits, type Scenario, type ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { OpenedScenario } from '../simulation/openScenario.ts';
import type { EditAgain } from './secondEdit.ts';

/** The scenario of a subject: its manifest is applied at instant 0 (or another one before it, and it in the middle), then what the person did happens. */
export function scenarioOf(
  subject: Subject,
  faults: readonly ScenarioEvent[],
  opened: OpenedScenario | null = null,
  again: EditAgain | null = null,
): Scenario {
  const apply: ScenarioEvent = { at: 0, do: 'apply', manifest: again?.first ?? subject.manifest };
  const second: readonly ScenarioEvent[] = again === null ? [] : [{ at: again.at, do: 'apply', manifest: subject.manifest }];
  return {
    kubernetesVersion: subject.kubernetesVersion,
    seed: subject.seed,
    cluster: subject.cluster,
    baseline: subject.baseline.manifest,
    events: opened === null || opened.applies ? [apply, ...inOrder([...second, ...faults])] : inOrder(faults),
    assumptions: subject.assumptions,
    kubelet: opened?.kubelet ?? manifestKubelet,
    limits: opened?.limits ?? defaultLimits,
  };
}

/** By time; those of one instant in the order in which they were made. */
function inOrder(faults: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  return faults
    .map((event, place) => ({ event, place }))
    .sort((a, b) => a.event.at - b.event.at || a.place - b.place)
    .map(({ event }) => event);
}
