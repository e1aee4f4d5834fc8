import { html, nothing, type TemplateResult } from 'lit';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { Dispatch } from '../state/message.ts';
import { type PanelState, shownSubject } from '../state/state.ts';
import { words } from '../words/words.ts';
import { faultText } from './faultText.ts';
import { icon } from './icon.ts';
import { timeText } from './timeText.ts';

/** What was done to the cluster, by time, each to be taken back. */
export function faultsView(state: PanelState, dispatch: Dispatch): TemplateResult {
  if (faultCount(state) === 0) return html`<p class="dim" data-testid="no-faults">${words.noFaults}</p>`;
  const inOrder = state.faults.map((fault, index) => ({ fault, index })).sort((a, b) => a.fault.at - b.fault.at || a.index - b.index);
  return html`
    <ul class="faults">
      ${againView(state, dispatch)}
      ${inOrder.map(
        ({ fault, index }) => html`<li data-testid="fault">
          <button class="link n" @click=${(): void => dispatch({ type: 'scrub', to: fault.at })}>${timeText(fault.at)}</button>
          <span>${textOf(state, fault)}${refusalOf(state, fault)}</span>
          <button class="icon" data-testid="action-undo" title=${words.undo} aria-label="${words.undo}: ${textOf(state, fault)}" @click=${(): void => dispatch({ type: 'undo', index })}>
            ${icon('discard')}
          </button>
        </li>`,
      )}
    </ul>
    <button class="text" data-testid="action-clear" @click=${(): void => dispatch({ type: 'clearFaults' })}>${icon('clear-all')} ${words.clearFaults}</button>
  `;
}

/** How many things were done. */
export function faultCount({ faults, again }: PanelState): number {
  return faults.length + (again === null ? 0 : 1);
}

/** The second edit: what it is stands in the editor. */
function againView({ again }: PanelState, dispatch: Dispatch): unknown {
  if (again === null) return nothing;
  return html`<li data-testid="again">
    <button class="link n" @click=${(): void => dispatch({ type: 'scrub', to: again.at })}>${timeText(again.at)}</button>
    <span>${words.editedAgain}</span>
    <button class="icon" data-testid="action-end-edit-again" title=${words.undo} aria-label="${words.undo}: ${words.editedAgain}" @click=${(): void => dispatch({ type: 'endEditAgain' })}>
      ${icon('discard')}
    </button>
  </li>`;
}

/** Applying what ran before is called a rollback. */
function textOf(state: PanelState, fault: ScenarioEvent): string {
  const before = shownSubject(state)?.baseline.manifest ?? null;
  const isBack = fault.do === 'apply' && before !== null && JSON.stringify(fault.manifest) === JSON.stringify(before);
  return isBack ? words.rolledBack : faultText(fault, words);
}

/** Why it could not be done: the node was gone by then, say. */
export function refusalOf({ picture }: Pick<PanelState, 'picture'>, fault: ScenarioEvent): unknown {
  const text = JSON.stringify(fault);
  const refused = picture?.marks.find(mark => mark.at === fault.at && JSON.stringify(mark.event) === text)?.refused ?? null;
  return refused === null ? nothing : html`<span class="refused">${refused}</span>`;
}
