import type { ExportFormat } from '../../../core/protocol/panel.ts';
import type { Effect } from './message.ts';
import { type PanelState, tilesOf } from './state.ts';
import type { Step } from './step.ts';

/** Makes a file of what is shown: at once, or with the first picture. */
export function exportAs(state: PanelState, format: ExportFormat): Step {
  return carryOutExport({ state: { ...state, exporting: format }, effects: [] });
}

/** Exports what is waiting for a picture, when there is one of the newest scenario. */
export function carryOutExport({ state, effects }: Step): Step {
  const { exporting, picture, pictured, run, whatIf } = state;
  if (exporting === null || picture === null || pictured !== run) return { state, effects };
  const effect: Effect =
    exporting === 'report'
      ? { to: 'worker', request: { type: 'report', run: pictured, tiles: tilesOf(state), whatIfs: whatIf.rows, use: 'file' } }
      : { to: 'painter', format: exporting };
  return { state: { ...state, exporting: null }, effects: [...effects, effect] };
}
