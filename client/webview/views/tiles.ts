import { html, nothing, type TemplateResult } from 'lit';
import type { Tile } from '../../../core/presentation/tiles.ts';
import { type PanelState, tilesOf } from '../state/state.ts';
import { words } from '../words/words.ts';

/** The four numbers of a forecast. What many seeds said of the picture before stays, paler, until they have been asked again. */
export function tilesView(state: PanelState): TemplateResult {
  return html`<dl class="tiles">${tilesOf(state).map(tile => tileView(tile, state))}</dl>`;
}

function tileView({ id, value, label }: Tile, { spread, pictured }: PanelState): TemplateResult {
  const p95 = spread === null || (id !== 'duration' && id !== 'worst') ? '' : spread.of[id];
  return html`
    <div class="tile" data-testid="tile-${id}">
      <dd>${value}</dd>
      <dt>${label}${p95 === '' ? nothing : html`<span class=${spread?.run === pictured ? '' : 'pending'}> · ${words.spread(p95)}</span>`}</dt>
    </div>
  `;
}
