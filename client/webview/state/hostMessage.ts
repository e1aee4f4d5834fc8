import { assertNever } from '../../../core/base/assert.ts';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import { exportAs } from './export.ts';
import { undo } from './faults.ts';
import { open } from './openScenario.ts';
import { rerun } from './rerun.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';
import { withSubject } from './withSubject.ts';

/** A word of the host. */
export function hear(state: PanelState, message: HostToPanel): Step {
  switch (message.type) {
    case 'subject':
      return rerun(withSubject(state, message.subject));
    case 'scenario':
      return open(state, message.source);
    case 'live':
      return stay(state);
    case 'problem':
      return stay({ ...state, problem: message.problem });
    case 'export':
      return exportAs(state, message.as);
    case 'fault':
      return undo(state, state.faults.length - 1);
    default:
      return assertNever(message);
  }
}
