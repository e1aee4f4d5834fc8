import { html, nothing, type TemplateResult } from 'lit';
import type { Dispatch } from '../state/message.ts';
import { type PanelState, type Tab, tabs } from '../state/state.ts';
import { words } from '../words/words.ts';
import { assumptionsView } from './assumptions.ts';
import { faultCount, faultsView } from './faults.ts';
import { icon } from './icon.ts';
import { liveLogView } from './liveLog.ts';
import { reasonsView } from './reasons.ts';

/** What kubectl would print at the playhead, and the list of what was done. */
export function tablesView(state: PanelState, dispatch: Dispatch): TemplateResult {
  return html`
    <section class="tables">
      <div class="tabs" role="tablist" @keydown=${(event: KeyboardEvent): void => walk(event, state.tab, dispatch)}>
        ${tabs.filter(tab => tab !== 'assumptions' || state.live === null).map(tab => tabView(tab, state, dispatch))}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby="tab-${state.tab.toLowerCase()}">
        ${contentView(state, dispatch)}
      </div>
    </section>
  `;
}

function contentView(state: PanelState, dispatch: Dispatch): TemplateResult {
  if (state.tab === 'faults') return doneView(state, dispatch);
  return state.tab === 'assumptions' ? assumptionsView(state, dispatch) : textView(state, dispatch);
}

function doneView(state: PanelState, dispatch: Dispatch): TemplateResult {
  return state.live === null ? faultsView(state, dispatch) : liveLogView(state, state.live, dispatch);
}

function tabView(tab: Tab, state: PanelState, dispatch: Dispatch): TemplateResult {
  const on = tab === state.tab;
  const id = `tab-${tab.toLowerCase()}`;
  return html`<button
    role="tab"
    id=${id}
    data-testid=${id}
    class=${on ? 'on' : ''}
    aria-selected=${on}
    aria-controls="tab-panel"
    tabindex=${on ? 0 : -1}
    @click=${(): void => dispatch({ type: 'tab', tab })}
  >
    ${tab === 'faults' && state.live !== null ? words.live.changes : words.tabs[tab]}${tab === 'faults' && faultCount(state) > 0 ? html` <span class="count">${faultCount(state)}</span>` : nothing}
  </button>`;
}

function walk(event: KeyboardEvent, tab: Tab, dispatch: Dispatch): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const next = tabs[tabs.indexOf(tab) + step];
  if (step === 0 || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  dispatch({ type: 'tab', tab: next });
  const button = event.currentTarget instanceof HTMLElement ? event.currentTarget.querySelector(`#tab-${next.toLowerCase()}`) : null;
  if (button instanceof HTMLElement) button.focus();
}

/** The text stays until the next one is there: a table of one instant, never half of two. */
function textView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const table = state.look?.table ?? null;
  const text = table !== null && table.table === state.tab ? table.text : '';
  const copy = (): void => dispatch({ type: 'copy', text });
  return html`<div class="sheet">
    <button class="icon copy" title=${words.copy} aria-label=${words.copy} data-testid="copy" ?disabled=${text === ''} @click=${copy}>${icon(state.copied === 'text' ? 'check' : 'copy')}</button>
    ${
      table !== null && table.table === state.tab && state.tab === 'reasons'
        ? reasonsView(table.reasons, dispatch)
        : html`<pre data-testid="text" tabindex="0" aria-label=${words.tabs[state.tab]}>${text}</pre>`
    }
  </div>`;
}
