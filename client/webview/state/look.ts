import type { Effect } from './message.ts';
import { type LookAt, type PanelState, playhead } from './state.ts';
import { type Step, stay } from './step.ts';

/** Asks the worker for the texts of what is shown now, when they are not there: one question at a time, so that scrubbing never queues. */
export function askForTexts(state: PanelState): Step {
  if (state.picture === null || state.looking !== null) return stay(state);
  const wanted = lookAt(state);
  if (state.looked !== null && same(state.looked, wanted)) return stay(state);
  const effect: Effect = { to: 'worker', request: { type: 'look', ...wanted } };
  return { state: { ...state, looking: wanted }, effects: [effect] };
}

function lookAt(state: PanelState): LookAt {
  return { run: state.pictured, at: playhead(state), node: state.selected, table: state.tab === 'faults' ? null : state.tab };
}

function same(a: LookAt, b: LookAt): boolean {
  return a.run === b.run && a.at === b.at && a.node === b.node && a.table === b.table;
}
