import { type Assumed, makesSense } from './assumedValues.ts';
import { rerun } from './rerun.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';

/** Assumes another value from now on; null: the one that was given. What makes no sense changes nothing. */
export function assume(state: PanelState, name: Assumed, value: number | null): Step {
  if (value !== null && !makesSense(name, value)) return stay({ ...state });
  const { [name]: _, ...others } = state.assumed;
  return rerun({ ...state, assumed: value === null ? others : { ...others, [name]: value } });
}

/** All as it was given. */
export function assumeNothing(state: PanelState): Step {
  return rerun({ ...state, assumed: {} });
}
