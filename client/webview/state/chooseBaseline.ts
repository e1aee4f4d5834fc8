import { otherEdits } from './earlier.ts';
import type { PanelState } from './state.ts';
import type { Step } from './step.ts';

/** Has the extension ask what to compare with; earlier edits are known here alone. */
export function chooseBaseline(state: PanelState): Step {
  const earlier = otherEdits(state).map(({ number, label }) => ({ number, label }));
  return { state, effects: [{ to: 'host', message: { type: 'chooseBaseline', earlier, since: state.since?.number ?? null } }] };
}
