import type { Effect } from './message.ts';
import type { PanelState } from './state.ts';

/** The next state, and what the panel does about it. */
export interface Step {
  readonly state: PanelState;
  readonly effects: readonly Effect[];
}

export function stay(state: PanelState): Step {
  return { state, effects: [] };
}
