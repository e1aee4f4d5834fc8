import { type PanelState, tilesOf } from './state.ts';
import { type Step, stay } from './step.ts';

/** Puts a text on the clipboard, by way of the host. */
export function copy(state: PanelState, text: string, what: 'report' | 'text'): Step {
  return { state: { ...state, copied: what }, effects: [{ to: 'host', message: { type: 'copy', text } }] };
}

/** Has the worker write the report of the picture that is shown. */
export function copyReport(state: PanelState): Step {
  if (state.picture === null) return stay(state);
  return {
    state,
    effects: [
      {
        to: 'worker',
        request: { type: 'report', run: state.pictured, tiles: tilesOf(state), whatIfs: state.whatIf.rows, use: 'clipboard' },
      },
    ],
  };
}
