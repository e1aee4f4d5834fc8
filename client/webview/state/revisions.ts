import type { Effect } from './message.ts';
import type { PanelState } from './state.ts';

/** Asks which revision each node runs, when colours are to say so and a picture has come, or the wish. */
export function askForRevisions(before: PanelState, { colouring, pictured, picture, revisions }: PanelState): readonly Effect[] {
  if (colouring !== 'revision' || picture === null || revisions?.run === pictured) return [];
  if (before.colouring === colouring && before.pictured === pictured) return [];
  return [{ to: 'worker', request: { type: 'revisions', run: pictured } }];
}
