import { scenarioIndex } from '../../../core/protocol/panel.ts';
import type { ScenarioSource } from '../../../core/protocol/scenarioSource.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { WorkerAnswer } from '../simulation/messages.ts';
import { rerun } from './rerun.ts';
import { type PanelState, subjectKey } from './state.ts';
import { type Step, stay } from './step.ts';
import { withSubject } from './withSubject.ts';

/** Has the worker read a scenario file. */
export function open(state: PanelState, source: ScenarioSource): Step {
  const opening = { version: source.version, owner: subjectKey({ uri: source.uri, index: scenarioIndex }) };
  return { state: { ...state, opening }, effects: [{ to: 'worker', request: { type: 'open', source } }] };
}

/** Shows the scenario file that was read. What the person did beside what the file says stays. */
export function takeOpened(state: PanelState, { version, file }: Extract<WorkerAnswer, { type: 'opened' }>): Step {
  if (state.opening?.version !== version) return stay(state);
  if (!file.ok) {
    const { source, message, line } = file;
    return stay({ ...state, opening: null, problem: { of: { ...source, index: scenarioIndex }, kind: 'invalid', message, line } });
  }
  const { subject, opened } = file;
  const before = state.owner === subjectKey(subject) ? (state.opened?.events ?? []) : [];
  const next = withSubject(state, subject);
  const own = next.faults.filter(fault => !has(before, fault) && !has(opened.events, fault));
  return rerun({ ...next, opened, faults: [...opened.events, ...own] });
}

function has(events: readonly ScenarioEvent[], event: ScenarioEvent): boolean {
  const text = JSON.stringify(event);
  return events.some(each => each.at === event.at && JSON.stringify(each) === text);
}
