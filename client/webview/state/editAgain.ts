import { rerun } from './rerun.ts';
import { type PanelState, playhead } from './state.ts';
import type { Step } from './step.ts';

/** The present manifest stays the first edit; what is typed from now on is applied at the playhead. Asked again, only the instant is another one. */
export function editAgain(state: PanelState): Step {
  if (state.subject === null) return rerun(state);
  const at = playhead(state);
  return rerun({ ...state, playing: false, wanted: at, again: { at, first: state.again?.first ?? state.subject.manifest } });
}

/** There is one edit again: what the editor holds, at 0 s. */
export function endEditAgain(state: PanelState): Step {
  return rerun({ ...state, again: null });
}
