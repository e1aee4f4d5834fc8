import { assertNever } from '../../../core/base/assert.ts';
import type { WhatIfText } from '../../../core/presentation/whatIfText.ts';
import type { WorkerAnswer } from '../simulation/messages.ts';
import { askForCompared } from './compare.ts';
import { copy } from './copy.ts';
import { keepEdit } from './earlier.ts';
import { carryOutExport } from './export.ts';
import { worldAnswered } from './live.ts';
import { takeOpened } from './openScenario.ts';
import type { PanelState } from './state.ts';
import { type Step, stay } from './step.ts';

/** An answer of the worker. What belongs to a superseded run is dropped. */
export function take(state: PanelState, answer: WorkerAnswer): Step {
  if (answer.type === 'look') return stay(withLook(state, answer));
  if (answer.type === 'opened') return takeOpened(state, answer);
  if (answer.run !== state.run) return stay(state);
  const step = takeOfRun(state, answer);
  if (step.state.live === null || !endings.has(answer.type)) return step;
  const asked = worldAnswered(step.state);
  return { state: asked.state, effects: [...step.effects, ...asked.effects] };
}

/** With these a run is over. */
const endings: ReadonlySet<WorkerAnswer['type']> = new Set(['picture', 'refused', 'failure']);

function takeOfRun(state: PanelState, answer: Exclude<WorkerAnswer, { type: 'look' | 'opened' }>): Step {
  switch (answer.type) {
    case 'picture': {
      const next = withPicture(state, answer);
      return carryOutExport({ state: next, effects: askForCompared(next) });
    }
    case 'compared':
      return stay(withCompared(state, answer));
    case 'whatIf':
      return stay(withRows(state, answer));
    case 'revisions':
      return stay({ ...state, revisions: { run: answer.run, of: answer.revisions } });
    case 'hash':
      return stay({ ...state, hash: answer.hash });
    case 'scenarioFile':
      return { state, effects: [{ to: 'host', message: { type: 'saveScenario', text: answer.text } }] };
    case 'report':
      if (answer.use === 'clipboard') return copy(state, answer.text, 'report');
      return { state, effects: [{ to: 'host', message: { type: 'saveReport', text: answer.text } }] };
    case 'spread':
      return stay({ ...state, spread: { run: answer.run, of: answer.spread } });
    case 'tiles':
      return stay({ ...state, tiles: { run: answer.run, of: answer.tiles } });
    case 'refused':
      return stay({ ...state, refusal: { message: answer.message, ours: false }, whatIf: { rows: noRows, pending: false } });
    case 'failure':
      return {
        state: { ...state, refusal: { message: answer.message, ours: true }, looking: null, whatIf: { rows: noRows, pending: false } },
        effects: [{ to: 'host', message: { type: 'failure', message: answer.message } }],
      };
    default:
      return assertNever(answer);
  }
}

/** When all rows are there, nobody has typed for a while. */
function withRows(state: PanelState, { rows, pending }: Extract<WorkerAnswer, { type: 'whatIf' }>): PanelState {
  const next = { ...state, whatIf: { rows, pending } };
  return pending ? next : keepEdit(next);
}

/** The selected node stays, as long as there is one of its name. */
function withPicture(state: PanelState, { picture, run }: Extract<WorkerAnswer, { type: 'picture' }>): PanelState {
  // Before a DaemonSet is there, no node is of more interest than another.
  const isNew = state.picture?.world?.manifest === null && picture.world !== null && picture.world.manifest !== null;
  const selected = !isNew && picture.nodes.some(node => node.name === state.selected) ? state.selected : picture.focus;
  return { ...state, picture, pictured: run, refusal: null, hash: '', selected };
}

/** A strategy that nothing comes of now (no pod is replaced, say) is compared again when something does. */
function withCompared(state: PanelState, { strategy, picture }: Extract<WorkerAnswer, { type: 'compared' }>): PanelState {
  if (state.compared?.strategy !== strategy) return state;
  return { ...state, compared: { strategy, picture, none: picture === null } };
}

const noRows: readonly WhatIfText[] = [];

/** Texts of the picture that is shown; others (of the picture before) only end the waiting. */
function withLook(state: PanelState, answer: Extract<WorkerAnswer, { type: 'look' }>): PanelState {
  if (answer.run !== state.pictured) return { ...state, looking: null };
  return { ...state, look: answer.look, looked: state.looking, looking: null };
}
