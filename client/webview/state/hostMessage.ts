import { assertNever } from '../../../core/base/assert.ts';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import { compareWith } from './earlier.ts';
import { exportAs } from './export.ts';
import { undo } from './faults.ts';
import { hearFile, hearWorld } from './live.ts';
import { open } from './openScenario.ts';
import { rerun } from './rerun.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';
import { withSubject } from './withSubject.ts';

/** A word of the host. */
export function hear(state: PanelState, message: HostToPanel): Step {
  switch (message.type) {
    case 'subject':
      if (state.live !== null) return hearFile(state, state.live, message.subject);
      return rerun(withSubject(state, message.subject));
    case 'scenario':
      if (state.live !== null) return stay(state);
      return open(state, message.source);
    case 'live':
      return hearWorld(state, message.live);
    case 'problem':
      if (state.live !== null) return hearFile(state, state.live, null);
      return stay({ ...state, problem: message.problem });
    case 'baseline':
      return compareWith(state, message.earlier);
    case 'export':
      return exportAs(state, message.as);
    case 'fault':
      return undo(state, state.faults.length - 1);
    default:
      return assertNever(message);
  }
}
