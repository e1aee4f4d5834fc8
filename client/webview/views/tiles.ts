import { html, nothing, type TemplateResult } from 'lit';
import type { Tile } from '../../../core/presentation/tiles.ts';
import type { Spread } from '../simulation/spread.ts';
import { words } from '../words/words.ts';

/** The four numbers of a forecast. */
export function tilesView(tiles: readonly Tile[], spread: Spread | null): TemplateResult {
  return html`<dl class="tiles">${tiles.map(tile => tileView(tile, spread))}</dl>`;
}

function tileView(tile: Tile, spread: Spread | null): TemplateResult {
  const p95 = spread === null ? '' : tile.id === 'duration' ? spread.duration : tile.id === 'worst' ? spread.worst : '';
  return html`
    <div class="tile" data-testid="tile-${tile.id}">
      <dd>${tile.value}</dd>
      <dt>${tile.label}${p95 === '' ? nothing : html` · ${words.spread(p95)}`}</dt>
    </div>
  `;
}
