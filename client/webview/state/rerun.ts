import type { Effect } from './message.ts';
import { scenarioOf } from './scenario.ts';
import { type PanelState, shownSubject } from './state.ts';
import { type Step, stay } from './step.ts';

/** Simulates what the state now says. Older runs are superseded; the picture stays until the new one is there. */
export function rerun(state: PanelState): Step {
  const subject = shownSubject(state);
  if (subject === null) return stay(state);
  const run = state.run + 1;
  const scenario = scenarioOf(subject, state.faults, state.opened, state.again);
  const daemonSet = { namespace: subject.namespace, name: subject.name };
  const effect: Effect = {
    to: 'worker',
    request: { type: 'run', run, scenario, daemonSet, edited: state.opened === null ? subject.manifest : null },
  };
  return { state: { ...state, run, whatIf: { ...state.whatIf, pending: true } }, effects: [effect] };
}
