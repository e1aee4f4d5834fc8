import type { JsonObject } from '../../../core/base/json.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import { rerun } from './rerun.ts';
import { type PanelState, playhead } from './state.ts';
import type { Step } from './step.ts';

/** A second edit in the middle of the rollout of a first one: what the editor holds from then on is applied at that instant. */
export interface EditAgain {
  readonly at: Instant;
  /** The manifest that is applied at 0 s. */
  readonly first: JsonObject;
}

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
