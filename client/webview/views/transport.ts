import { html, nothing, type TemplateResult } from 'lit';
import type { WorldSpeed } from '../../../core/protocol/serve.ts';
import type { Dispatch, Message } from '../state/message.ts';
import { isMoving, type PanelState, playhead, type Speed, shownSubject, speedOf, speeds } from '../state/state.ts';
import { words } from '../words/words.ts';
import { exportMenuView } from './exportMenu.ts';
import { icon } from './icon.ts';
import { rolloutFaultsView } from './rolloutFaults.ts';
import { timeText } from './timeText.ts';

/** Play, pause, step, time and speed. */
export function transportView(state: PanelState, end: number, dispatch: Dispatch): TemplateResult {
  const playing = isMoving(state);
  const { play, pause, speed: howFast } = state.live === null ? words : words.live;
  const subject = shownSubject(state);
  return html`
    <div class="transport" role="toolbar" aria-label=${words.timeline}>
      ${button('restart', 'debug-restart', words.restart, { type: 'scrub', to: 0 }, dispatch)}
      ${button('step-back', 'debug-step-back', words.stepBack, { type: 'step', direction: -1, over: 'change' }, dispatch)}
      ${button('play', playing ? 'debug-pause' : 'play', playing ? pause : play, { type: 'playing', playing: !playing }, dispatch)}
      ${button('step-over', 'debug-step-over', words.stepOver, { type: 'step', direction: 1, over: 'change' }, dispatch)}
      ${button('step-sync', 'debug-step-into', words.nextSync, { type: 'step', direction: 1, over: 'sync' }, dispatch)}
      <span class="clock"><b data-testid="time">${timeText(playhead(state))}</b><span class="dim"> / <span data-testid="end">${timeText(end)}</span></span></span>
      <span class="speeds" role="group" aria-label=${howFast}>${speeds.map(speed => speedView(speed, state.live?.resume ?? speedOf(state), dispatch))}</span>
      ${presentView(state, dispatch)}
      <span class="grow"></span>
      ${subject === null ? nothing : rolloutFaultsView(subject, dispatch)}
      ${button('save-scenario', 'save-as', words.saveScenario, { type: 'saveScenario' }, dispatch)}
      ${exportMenuView(dispatch)}
      ${button('copy-report', state.copied === 'report' ? 'check' : 'markdown', state.copied === 'report' ? words.copied : words.copyReport, { type: 'copyReport' }, dispatch)}
    </div>
  `;
}

/** In a served world: how to get back to the present, when one looks at what was before. */
function presentView({ live }: PanelState, dispatch: Dispatch): unknown {
  if (live === null || live.follows) return nothing;
  return html`<button class="text" data-testid="to-present" @click=${(): void => dispatch({ type: 'toPresent' })}>${icon('debug-continue')} ${words.live.toPresent}</button>`;
}

function button(id: string, symbol: string, label: string, message: Message, dispatch: Dispatch): TemplateResult {
  return html`<button class="icon ${id}" data-testid=${id} title=${label} aria-label=${label} @click=${(): void => dispatch(message)}>
    ${icon(symbol)}
  </button>`;
}

function speedView(speed: Speed, current: WorldSpeed, dispatch: Dispatch): TemplateResult {
  return html`<button
    aria-pressed=${speed === current}
    class=${speed === current ? 'on' : ''}
    data-testid="speed-${speed}"
    @click=${(): void => dispatch({ type: 'speed', speed })}
  >
    ${speed === 'max' ? words.fastest : `${speed}×`}
  </button>`;
}
