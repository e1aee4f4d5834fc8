import { assertNever } from '../../../core/base/assert.ts';
import type { HostToPanel, Subject } from '../../../core/protocol/panel.ts';
import { exportAs } from './export.ts';
import { undo } from './faults.ts';
import { rerun } from './rerun.ts';
import { initialState, type PanelState, subjectKey } from './state.ts';
import { type Step, stay } from './step.ts';

/** A word of the host. */
export function hear(state: PanelState, message: HostToPanel): Step {
  switch (message.type) {
    case 'subject':
      return rerun(withSubject(state, message.subject));
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

/** The next text of the same manifest keeps everything; another manifest starts afresh. */
function withSubject(state: PanelState, subject: Subject): PanelState {
  const owner = subjectKey(subject);
  const kept =
    owner === state.owner
      ? state
      : { ...initialState, run: state.run, speed: state.speed, tab: state.tab, grouping: state.grouping, colouring: state.colouring };
  return { ...kept, owner, subject, problem: null };
}
