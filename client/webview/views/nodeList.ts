import { html, nothing, type TemplateResult } from 'lit';
import { codeAt } from '../../../core/forecast/lanes.ts';
import { isAbsent, isCordoned, isDown, stateOf } from '../../../core/forecast/nodeState.ts';
import { nodeTints } from '../painting/nodeTints.ts';
import type { Picture, PictureNode } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import { type PanelState, playhead } from '../state/state.ts';
import { words } from '../words/words.ts';
import { glyph } from './glyph.ts';

/** A row a node: its state, its name, and a word about it. Arrow keys go from row to row. */
export function nodeListView(state: PanelState, picture: Picture, dispatch: Dispatch): TemplateResult {
  const present = picture.nodes
    .map((node, index) => ({ node, index, code: codeAt(picture.lanes, index, playhead(state)) }))
    .filter(({ code }) => !isAbsent(code));
  const tint = nodeTints(state, picture).of;
  const focused = present.some(({ node }) => node.name === state.selected) ? state.selected : (present[0]?.node.name ?? null);
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = present[present.findIndex(({ node }) => node.name === focused) + step]?.node;
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    dispatch({ type: 'select', node: next.name });
    focusRow(event, step);
  };
  return html`<div class="list" role="listbox" aria-label=${words.nodes} @keydown=${walk}>
    ${present.map(({ node, index, code }) => rowView(state, node, code, tint(index), node.name === focused, dispatch))}
  </div>`;
}

function focusRow(event: KeyboardEvent, step: number): void {
  const row = event.target instanceof HTMLElement ? event.target : null;
  const next = step > 0 ? row?.nextElementSibling : row?.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}

function rowView(
  state: PanelState,
  node: PictureNode,
  code: number,
  tint: number | null,
  focused: boolean,
  dispatch: Dispatch,
): TemplateResult {
  const selected = node.name === state.selected;
  const text = state.look !== null && Object.hasOwn(state.look.nodes, node.name) ? state.look.nodes[node.name] : '';
  return html`<div
    class="node ${selected ? 'selected' : ''}"
    role="option"
    aria-selected=${selected}
    tabindex=${focused ? 0 : -1}
    data-testid="node-row"
    data-node=${node.name}
    data-state=${stateOf(code)}
    @click=${(): void => dispatch({ type: 'select', node: node.name })}
  >
    ${glyph(stateOf(code), isDown(code), tint)}
    <span class="mono name">${node.name}</span>
    <span class="dim word">${text || words.states[stateOf(code)]}${isCordoned(code) ? html` · ${words.cordoned}` : nothing}</span>
  </div>`;
}
