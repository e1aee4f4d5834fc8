import type { Subject } from '../../../core/protocol/panel.ts';
import { initialState, type PanelState, subjectKey } from './state.ts';

/** The next text of the same manifest keeps everything; another manifest starts afresh. */
export function withSubject(state: PanelState, subject: Subject): PanelState {
  const owner = subjectKey(subject);
  const kept =
    owner === state.owner
      ? state
      : { ...initialState, run: state.run, speed: state.speed, tab: state.tab, grouping: state.grouping, colouring: state.colouring };
  return { ...kept, owner, subject, problem: null, opened: null, opening: null };
}
