import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { Dispatch } from '../state/message.ts';
import type { PanelState } from '../state/state.ts';
import { words } from '../words/words.ts';
import { faultText } from './faultText.ts';
import { icon } from './icon.ts';
import { timeText } from './timeText.ts';

/** What was done to the cluster, by time, each to be taken back. */
export function faultsView(state: PanelState, dispatch: Dispatch): TemplateResult {
  if (state.faults.length === 0) return html`<p class="dim" data-testid="no-faults">${words.noFaults}</p>`;
  const inOrder = state.faults.map((fault, index) => ({ fault, index })).sort((a, b) => a.fault.at - b.fault.at || a.index - b.index);
  return html`
    <ul class="faults">
      ${inOrder.map(
        ({ fault, index }) => html`<li data-testid="fault">
          <button class="link n" @click=${(): void => dispatch({ type: 'scrub', to: fault.at })}>${timeText(fault.at)}</button>
          <span>${faultText(fault, words)}${refusalOf(state, fault)}</span>
          <button class="icon" data-testid="action-undo" title=${words.undo} aria-label="${words.undo}: ${faultText(fault, words)}" @click=${(): void => dispatch({ type: 'undo', index })}>
            ${icon('discard')}
          </button>
        </li>`,
      )}
    </ul>
    <button class="text" data-testid="action-clear" @click=${(): void => dispatch({ type: 'clearFaults' })}>${icon('clear-all')} ${words.clearFaults}</button>
  `;
}

/** Why it could not be done: the node was gone by then, say. */
function refusalOf({ picture }: PanelState, fault: ScenarioEvent): unknown {
  const text = JSON.stringify(fault);
  const refused = picture?.marks.find(mark => mark.at === fault.at && JSON.stringify(mark.event) === text)?.refused ?? null;
  return refused === null ? nothing : html`<span class="refused">${refused}</span>`;
}
