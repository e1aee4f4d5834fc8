import { isKubernetesVersion } from '../kubernetes/versions.ts';
import { defaultAssumptions } from './assumptions.ts';
import type { ScenarioProblem } from './problem.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';
import type { Admissions } from './world/admissions.ts';
import { admit } from './world/daemonSetWrites.ts';

/** No instant or duration is longer than this: some 285 years. */
const longest = 9_000_000_000_000;

/** What is wrong with a scenario that can be seen before it runs (cluster and baseline are read when the world is filled). */
export function checkScenario(scenario: Scenario, admissions: Admissions): readonly ScenarioProblem[] {
  return [
    ...(isKubernetesVersion(scenario.kubernetesVersion)
      ? []
      : [problem(['kubernetesVersion'], 'is not a known Kubernetes version', scenario.kubernetesVersion)]),
    ...(Number.isSafeInteger(scenario.seed) ? [] : [problem(['seed'], 'must be a whole number', scenario.seed)]),
    ...checkAssumptions(scenario),
    ...checkNumber(['limits', 'until'], scenario.limits.until),
    ...checkNumber(['limits', 'maxEvents'], scenario.limits.maxEvents),
    ...scenario.events.flatMap((event, index) =>
      within(['events', index], [...checkEvent(event), ...checkManifest(scenario, event, admissions)]),
    ),
  ];
}

/** What is wrong with one event, whatever world it meets. */
export function checkEvent(event: ScenarioEvent): readonly ScenarioProblem[] {
  return checkNumber(['at'], event.at);
}

function checkManifest(scenario: Scenario, event: ScenarioEvent, admissions: Admissions): readonly ScenarioProblem[] {
  if (event.do !== 'apply') return [];
  const admitted = admit(scenario, event.manifest, null, admissions);
  return admitted.ok ? [] : within(['manifest'], admitted.problems);
}

function checkAssumptions({ assumptions }: Scenario): readonly ScenarioProblem[] {
  const { jitter, nodeDownNotice, ...whole } = { ...defaultAssumptions, ...assumptions };
  const found: ScenarioProblem[] = Object.entries(whole).flatMap(([key, value]) => checkNumber(['assumptions', key], value));
  if (nodeDownNotice !== null) found.push(...checkNumber(['assumptions', 'nodeDownNotice'], nodeDownNotice));
  if (!(jitter >= 0 && jitter <= 1)) found.push(problem(['assumptions', 'jitter'], 'must be a number from 0 to 1', jitter));
  return found;
}

function checkNumber(path: readonly (string | number)[], value: number): readonly ScenarioProblem[] {
  const good = Number.isSafeInteger(value) && value >= 0 && value <= longest;
  return good ? [] : [problem(path, 'must be a whole number, 0 or more', value)];
}

function problem(path: readonly (string | number)[], message: string, value: number | string): ScenarioProblem {
  return { path, message, value };
}

function within(path: readonly (string | number)[], problems: readonly ScenarioProblem[]): readonly ScenarioProblem[] {
  return problems.map(inner => ({ ...inner, path: [...path, ...inner.path] }));
}
