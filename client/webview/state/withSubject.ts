import type { Subject } from '../../../core/protocol/panel.ts';
import { afresh, type PanelState, subjectKey } from './state.ts';

/** The next text of the same manifest keeps everything; another manifest starts afresh. */
export function withSubject(state: PanelState, subject: Subject): PanelState {
  const owner = subjectKey(subject);
  const kept = owner === state.owner ? state : { ...afresh(state), speed: state.speed };
  return { ...kept, owner, subject, problem: null, opened: null, opening: null };
}
