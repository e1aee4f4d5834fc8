import { html, type TemplateResult } from 'lit';
import type { NodeState } from '../../../core/forecast/nodeState.ts';
import { words } from '../words/words.ts';
import { glyph } from './glyph.ts';

const shown = ['updated', 'starting', 'terminating', 'old', 'none', 'failed', 'notTargeted'] as const satisfies readonly NodeState[];

/** What shapes and colours mean. */
export function legendView(): TemplateResult {
  return html`<ul class="legend" aria-label=${words.legend}>
    ${shown.map(state => html`<li>${glyph(state)} ${words.states[state]}</li>`)}
    <li>${glyph('none', true)} ${words.nodeDown}</li>
  </ul>`;
}
