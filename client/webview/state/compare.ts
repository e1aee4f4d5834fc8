import type { Effect } from './message.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';

/** Puts the strategy of a what-if row beside the manifest's own, on the same time axis; null, or the same one again: takes it away. */
export function compare(state: PanelState, strategy: string | null): Step {
  if (strategy === null || strategy === state.compared?.strategy) return stay({ ...state, compared: null });
  const next = { ...state, compared: { strategy, picture: null, none: false } };
  return { state: next, effects: askForCompared(next) };
}

/** What the worker is asked when there is a new picture to compare with. */
export function askForCompared({ compared, picture, pictured }: PanelState): readonly Effect[] {
  if (compared === null || picture === null) return [];
  return [{ to: 'worker', request: { type: 'compare', run: pictured, strategy: compared.strategy } }];
}
