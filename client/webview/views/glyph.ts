import { html, type TemplateResult } from 'lit';
import type { NodeState } from '../../../core/forecast/nodeState.ts';
import { tints } from '../painting/theme.ts';

/** A state as a small shape, drawn by the style sheet; the words stand beside it. */
export function glyph(state: NodeState, down = false, tint: number | null = null): TemplateResult {
  return html`<span class="glyph ${state} ${down ? 'down' : ''} ${tint === null ? '' : `tint-${tint % tints}`}" aria-hidden="true"></span>`;
}
