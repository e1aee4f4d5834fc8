import type { ScenarioAction, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { rerun } from './rerun.ts';
import { type PanelState, playhead } from './state.ts';
import type { Step } from './step.ts';

/** Lets something happen at the playhead. Playing stops, so that one sees what it does. */
export function act(state: PanelState, actions: readonly ScenarioAction[]): Step {
  const at = playhead(state);
  return withFaults({ ...state, playing: false, wanted: at }, [...state.faults, ...actions.map(action => ({ at, ...action }))]);
}

/** Adds things that happen at instants of their own. */
export function addEvents(state: PanelState, events: readonly ScenarioEvent[]): Step {
  return withFaults(state, [...state.faults, ...events]);
}

/** Takes back the fault at a place of the list. A place that does not exist changes nothing. */
export function undo(state: PanelState, index: number): Step {
  return withFaults(
    state,
    state.faults.filter((_, place) => place !== index),
  );
}

export function clearFaults(state: PanelState): Step {
  return withFaults({ ...state, again: null }, []);
}

function withFaults(state: PanelState, faults: readonly ScenarioEvent[]): Step {
  const step = rerun({ ...state, faults });
  return { state: step.state, effects: [...step.effects, { to: 'host', message: { type: 'state', events: faults } }] };
}
