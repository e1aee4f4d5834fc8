import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Table } from '../simulation/table.ts';
import type { Effect } from './message.ts';
import { type LookAt, type PanelState, playhead, type Tab } from './state.ts';
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
  return { run: state.pictured, at: instantOfTexts(state), node: state.selected, table: isTable(state.tab) ? state.tab : null };
}

function isTable(tab: Tab): tab is Table {
  return tab !== 'faults' && tab !== 'assumptions';
}

/** In a served world that rests, ages still grow: by the second. */
function instantOfTexts(state: PanelState): Instant {
  const { live } = state;
  return live?.follows === true ? Math.max(playhead(state), Math.floor(live.time.now / 1000) * 1000) : playhead(state);
}

function same(a: LookAt, b: LookAt): boolean {
  return a.run === b.run && a.at === b.at && a.node === b.node && a.table === b.table;
}
