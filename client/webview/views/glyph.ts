import { html, type TemplateResult } from 'lit';
import type { NodeState } from '../../../core/forecast/nodeState.ts';

/** A state as a small shape, drawn by the style sheet; the words stand beside it. */
export function glyph(state: NodeState, down = false): TemplateResult {
  return html`<span class="glyph ${state} ${down ? 'down' : ''}" aria-hidden="true"></span>`;
}
