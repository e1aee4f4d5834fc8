import { html, type TemplateResult } from 'lit';
import { groupNodes, type NodeGroup } from '../painting/nodeGroups.ts';
import { remembering } from '../remembering.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import { addNodeAction } from '../state/newNode.ts';
import { type Grouping, groupings, type PanelState } from '../state/state.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';
import { nodeListView } from './nodeList.ts';
import { nodeMapView } from './nodeMapView.ts';

/** Up to so many nodes are a list with names; more are a map of cells. */
export const mostRows = 20;

/** All nodes at the playhead. */
export function nodesView(state: PanelState, picture: Picture, dispatch: Dispatch): TemplateResult {
  const list = picture.nodes.length <= mostRows;
  return html`
    <section class="nodes" aria-label=${words.nodes}>
      <h2>
        ${words.nodes}
        ${list ? '' : html`${groupingView(state, dispatch)}${filterView(state, dispatch)}`}
        <span class="grow"></span>
        <button class="text" data-testid="action-add-node" @click=${(): void => addNode(state, dispatch)}>${icon('add')} ${words.actions.addNode}</button>
      </h2>
      ${picture.nodes.length === 0 ? html`<p class="dim">${words.noNodes}</p>` : list ? nodeListView(state, picture, dispatch) : mapView(state, picture, dispatch)}
    </section>
  `;
}

function mapView(state: PanelState, picture: Picture, dispatch: Dispatch): TemplateResult {
  const groups = groupsOf(picture, state.grouping, state.filter);
  if (groups.length === 0) return html`<p class="dim">${words.noneFound(state.filter)}</p>`;
  return nodeMapView(state, picture, groups, dispatch);
}

function addNode(state: PanelState, dispatch: Dispatch): void {
  const action = addNodeAction(state);
  if (action !== null) dispatch({ type: 'act', action });
}

function groupingView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const choose = (event: Event): void => {
    const grouping = groupings.find(each => event.target instanceof HTMLSelectElement && event.target.value === each);
    if (grouping !== undefined) dispatch({ type: 'grouping', grouping });
  };
  return html`<select aria-label=${words.groupBy} data-testid="grouping" .value=${state.grouping} @change=${choose}>
    ${groupings.map(grouping => html`<option value=${grouping} ?selected=${grouping === state.grouping}>${words.groupings[grouping]}</option>`)}
  </select>`;
}

function filterView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const type = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) dispatch({ type: 'filter', filter: event.target.value });
  };
  return html`<input type="search" placeholder=${words.filter} aria-label=${words.filter} data-testid="filter" .value=${state.filter} @input=${type} />`;
}

/** The same answer for the same question, so that the map is laid out once and not at every instant. */
const groupsOf = remembering((picture: Picture, grouping: Grouping, filter: string): readonly NodeGroup[] => {
  const titles = { none: words.allNodes, unlabelled: grouping === 'zone' ? words.noZone : words.noPool };
  return groupNodes(picture.nodes, grouping, filter, titles);
});
