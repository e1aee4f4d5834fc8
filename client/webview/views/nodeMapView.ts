import { html, nothing, type TemplateResult } from 'lit';
import { codeAt } from '../../../core/forecast/lanes.ts';
import { isDown, stateOf } from '../../../core/forecast/nodeState.ts';
import type { NodeGroup } from '../painting/nodeGroups.ts';
import { nodeTints } from '../painting/nodeTints.ts';
import { remembering } from '../remembering.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import { type PanelState, playhead } from '../state/state.ts';
import { words } from '../words/words.ts';

/** Cells on a canvas; behind it one option that a screen reader reads: the selected node. */
export function nodeMapView(state: PanelState, picture: Picture, groups: readonly NodeGroup[], dispatch: Dispatch): TemplateResult {
  const index = state.selected === null ? -1 : indexOfNode(picture, state.selected);
  const describe = (place: number): string => nodeText(state, picture, place);
  const content = {
    picture,
    groups,
    at: playhead(state),
    selected: index < 0 ? null : index,
    describe,
    tint: nodeTints(state, picture).of,
  };
  const choose = (event: Event): void => {
    const place: unknown = event instanceof CustomEvent ? event.detail : null;
    const node = typeof place === 'number' ? picture.nodes[place] : undefined;
    if (node !== undefined) dispatch({ type: 'select', node: node.name });
  };
  return html`<node-map
    class="map"
    role="listbox"
    tabindex="0"
    aria-label=${words.nodes}
    aria-activedescendant=${index < 0 ? nothing : 'active-node'}
    data-testid="node-map"
    .content=${content}
    @choose=${choose}
    >${optionView(state, picture, index)}</node-map
  >`;
}

function optionView(state: PanelState, picture: Picture, index: number): TemplateResult {
  const node = picture.nodes[index];
  if (node === undefined)
    return html`<div class="hidden" role="option" aria-selected="false">${words.nodesTotal(String(picture.nodes.length))}</div>`;
  const code = codeAt(picture.lanes, index, playhead(state));
  return html`<div
    id="active-node"
    class="hidden"
    role="option"
    aria-selected="true"
    aria-posinset=${index + 1}
    aria-setsize=${picture.nodes.length}
    data-testid="node-row"
    data-node=${node.name}
    data-state=${stateOf(code)}
  >
    ${nodeText(state, picture, index)}
  </div>`;
}

/** `worker-07: starting, NotReady` */
function nodeText(state: PanelState, picture: Picture, index: number): string {
  const code = codeAt(picture.lanes, index, playhead(state));
  return `${picture.nodes[index]?.name ?? ''}: ${words.states[stateOf(code)]}${isDown(code) ? `, ${words.notReady}` : ''}`;
}

const indexOfNode = remembering(({ nodes }: Picture, name: string): number => nodes.findIndex(node => node.name === name));
