import { html, nothing, type TemplateResult } from 'lit';
import type { Author, LoggedEvent } from '../../../core/protocol/serve.ts';
import type { LiveWorld } from '../state/liveWorld.ts';
import type { Dispatch } from '../state/message.ts';
import type { PanelState } from '../state/state.ts';
import { words } from '../words/words.ts';
import { refusalOf } from './faults.ts';
import { faultText } from './faultText.ts';
import { timeText } from './timeText.ts';

/** More lines than anyone reads: the latest are what one looks for. */
const most = 200;

/** What was done to a served world and by whom, the latest first, so that what one has just typed is on top. */
export function liveLogView(state: PanelState, live: LiveWorld, dispatch: Dispatch): TemplateResult {
  if (live.log.length === 0) return html`<p class="dim" data-testid="no-faults">${words.live.nothingDone}</p>`;
  const latest = live.log.toSorted((a, b) => b.event.at - a.event.at).slice(0, most);
  return html`<ul class="faults log">
    ${latest.map(logged => lineView(state, logged, live.time.now, dispatch))}
  </ul>`;
}

function lineView(state: PanelState, { event, by }: LoggedEvent, now: number, dispatch: Dispatch): TemplateResult {
  return html`<li data-testid="fault">
    <button class="link n" @click=${(): void => dispatch({ type: 'scrub', to: event.at })}>${timeText(event.at)}</button>
    <span>${faultText(event, words)}${refusalOf(state, event)}</span>
    <span class="dim by" data-testid="author">${event.at > now ? html`${words.live.toCome} · ` : nothing}${authorText(by)}</span>
  </li>`;
}

function authorText(by: Author): string {
  return by.kind === 'client' ? by.name : words.live.by[by.kind];
}
