import { assertNever } from '../../../core/base/assert.ts';
import { assume, assumeNothing } from './assumed.ts';
import { chooseBaseline } from './chooseBaseline.ts';
import { compare } from './compare.ts';
import { copy, copyReport } from './copy.ts';
import { editAgain, endEditAgain } from './editAgain.ts';
import { exportAs } from './export.ts';
import { act, clearFaults, undo } from './faults.ts';
import { hear } from './hostMessage.ts';
import { reactInWorld } from './live.ts';
import { askForTexts } from './look.ts';
import { mend, reveal } from './mend.ts';
import type { Message } from './message.ts';
import { askForRevisions } from './revisions.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';
import { nudge, pass, scrub, setPlaying, stepBy } from './transport.ts';
import { take } from './workerAnswer.ts';

/** One state, messages in, the next state and its effects out. */
export function update(state: PanelState, message: Message): Step {
  // What was copied is told until the person does something else.
  const still = message.type === 'worker' || message.type === 'tick' || message.type === 'host';
  const step = react(still ? state : { ...state, copied: null }, message);
  const asked = askForTexts(step.state);
  return { state: asked.state, effects: [...step.effects, ...asked.effects, ...askForRevisions(state, asked.state)] };
}

function react(state: PanelState, message: Message): Step {
  const inWorld = state.live === null ? null : reactInWorld(state, state.live, message);
  return inWorld ?? reactAlways(state, message);
}

function reactAlways(state: PanelState, message: Message): Step {
  switch (message.type) {
    case 'host':
      return hear(state, message.message);
    case 'worker':
      return take(state, message.answer);
    case 'act':
      return act(state, [message.action]);
    case 'undo':
      return undo(state, message.index);
    case 'clearFaults':
      return clearFaults(state);
    case 'editAgain':
      return editAgain(state);
    case 'endEditAgain':
      return endEditAgain(state);
    case 'assume':
      return assume(state, message.name, message.value);
    case 'assumeNothing':
      return assumeNothing(state);
    case 'chooseBaseline':
      return chooseBaseline(state);
    case 'mend':
      return mend(state, message.mend);
    case 'reveal':
      return reveal(state, message.path);
    case 'copy':
      return copy(state, message.text, 'text');
    case 'saveScenario':
      return state.picture === null
        ? stay(state)
        : { state, effects: [{ to: 'worker', request: { type: 'scenarioFile', run: state.pictured } }] };
    case 'compare':
      return compare(state, message.strategy);
    case 'export':
      return exportAs(state, message.as);
    case 'copyReport':
      return copyReport(state);
    // Only a served world knows what they mean.
    case 'toPresent':
    case 'pickDaemonSet':
    case 'applyFile':
    case 'leaveWorld':
      return stay(state);
    case 'toHost':
      return { state, effects: [{ to: 'host', message: message.message }] };
    default:
      return stay(look(state, message));
  }
}

type ViewMessage = Extract<
  Message,
  { type: 'scrub' | 'nudge' | 'step' | 'playing' | 'tick' | 'speed' | 'select' | 'tab' | 'grouping' | 'colouring' | 'filter' }
>;

/** What changes only how the picture is looked at. */
function look(state: PanelState, message: ViewMessage): PanelState {
  switch (message.type) {
    case 'scrub':
      return scrub(state, message.to);
    case 'nudge':
      return nudge(state, message.share);
    case 'step':
      return stepBy(state, message.direction, message.over);
    case 'playing':
      return setPlaying(state, message.playing);
    case 'tick':
      return pass(state, message.elapsed);
    case 'speed':
      return { ...state, speed: message.speed };
    case 'select':
      return { ...state, selected: message.node };
    case 'tab':
      return { ...state, tab: message.tab };
    case 'grouping':
      return { ...state, grouping: message.grouping };
    case 'colouring':
      return { ...state, colouring: message.colouring };
    case 'filter':
      return { ...state, filter: message.filter };
    default:
      return assertNever(message);
  }
}
