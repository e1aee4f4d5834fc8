import { html, type TemplateResult } from 'lit';
import type { Picture } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import type { PanelState } from '../state/state.ts';
import { words } from '../words/words.ts';
import { chartView } from './chart.ts';
import { icon } from './icon.ts';

/** The chart; while another strategy is compared, both on one time axis and with one playhead: side by side where there is room, else one below the other. */
export function chartsView(state: PanelState, picture: Picture, dispatch: Dispatch): TemplateResult {
  const { compared } = state;
  if (compared === null || compared.none) return chartView(state, picture, dispatch);
  const own = state.whatIf.rows.find(row => row.now)?.strategy ?? picture.edit.strategy;
  return html`<div class="sides" data-testid="compared">
    <div class="side">
      <p class="versus" data-testid="strategy-now">${titleView(state, own)} <span class="dim">${words.now}</span></p>
      ${chartView(state, picture, dispatch, own)}
    </div>
    <div class="side">
      <p class="versus" data-testid="strategy-compared">
        ${titleView(state, compared.strategy)}
        <span class="grow"></span>
        <button class="icon" title=${words.endCompare} aria-label=${words.endCompare} data-testid="end-compare" @click=${(): void => dispatch({ type: 'compare', strategy: null })}>${icon('close')}</button>
      </p>
      ${compared.picture === null ? html`<p class="dim" role="status">${words.simulating}</p>` : chartView(state, compared.picture, dispatch, compared.strategy, 'compared-chart')}
    </div>
  </div>`;
}

/** `maxUnavailable 10% · 4 m 12 s · worst 4` */
function titleView({ whatIf }: PanelState, strategy: string): TemplateResult {
  const row = whatIf.rows.find(each => each.strategy === strategy);
  const numbers = row === undefined || row.time === '' ? '' : ` · ${row.time} · ${words.worst} ${row.worst}`;
  return html`<b class="mono">${strategy}</b><span class="dim">${numbers}</span>`;
}
