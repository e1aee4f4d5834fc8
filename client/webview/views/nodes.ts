import { html, nothing, type TemplateResult } from 'lit';
import type { Cluster } from '../../../core/simulation/scenario.ts';
import { groupNodes, type NodeGroup, type NodeLabels } from '../painting/nodeGroups.ts';
import { labelKeys, labelsOf } from '../painting/nodeLabels.ts';
import { nodeTints } from '../painting/nodeTints.ts';
import { remembering } from '../remembering.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import { addNodeAction } from '../state/newNode.ts';
import { colourings, type Grouping, groupingOf, groupings, type PanelState } from '../state/state.ts';
import { words } from '../words/words.ts';
import { glyph } from './glyph.ts';
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
        ${list ? '' : groupingView(state, dispatch)}${colouringView(state, dispatch)}${list ? '' : filterView(state, dispatch)}
        <span class="grow"></span>
        <button class="text" data-testid="action-add-node" @click=${(): void => addNode(state, dispatch)}>${icon('add')} ${words.actions.addNode}</button>
      </h2>
      ${tintsView(nodeTints(state, picture).names)}
      ${picture.nodes.length === 0 ? html`<p class="dim">${words.noNodes}</p>` : list ? nodeListView(state, picture, dispatch) : mapView(state, picture, dispatch)}
    </section>
  `;
}

function mapView(state: PanelState, picture: Picture, dispatch: Dispatch): TemplateResult {
  const groups = groupsOf(picture, state.grouping, state.filter, labelsFor(state.subject?.cluster ?? null));
  if (groups.length === 0) return html`<p class="dim">${words.noneFound(state.filter)}</p>`;
  return nodeMapView(state, picture, groups, dispatch);
}

function addNode(state: PanelState, dispatch: Dispatch): void {
  const action = addNodeAction(state);
  if (action !== null) dispatch({ type: 'act', action });
}

function groupingView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const choose = (event: Event): void => {
    const grouping = event.target instanceof HTMLSelectElement ? groupingOf(event.target.value) : null;
    if (grouping !== null) dispatch({ type: 'grouping', grouping });
  };
  const keys = keysFor(state.subject?.cluster ?? null);
  return html`<select title=${words.groupBy} aria-label=${words.groupBy} data-testid="grouping" .value=${state.grouping} @change=${choose}>
    ${groupings.map(grouping => html`<option value=${grouping} ?selected=${grouping === state.grouping}>${words.groupings[grouping]}</option>`)}
    ${keys.map(key => html`<option value="label:${key}" ?selected=${`label:${key}` === state.grouping}>${key}</option>`)}
  </select>`;
}

function colouringView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const choose = (event: Event): void => {
    const colouring = colourings.find(each => event.target instanceof HTMLSelectElement && event.target.value === each);
    if (colouring !== undefined) dispatch({ type: 'colouring', colouring });
  };
  return html`<select title=${words.colourBy} aria-label=${words.colourBy} data-testid="colouring" .value=${state.colouring} @change=${choose}>
    ${colourings.map(each => html`<option value=${each} ?selected=${each === state.colouring}>${words.colourings[each]}</option>`)}
  </select>`;
}

/** What colours stand for, when it is not the state. */
function tintsView(names: readonly string[]): unknown {
  if (names.length === 0) return nothing;
  return html`<ul class="legend tints" aria-label=${words.legend} data-testid="tints">
    ${names.slice(0, mostTintNames).map((name, place) => html`<li>${glyph('updated', false, place)} <span class="mono">${name}</span></li>`)}
  </ul>`;
}

const mostTintNames = 12;

function filterView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const type = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) dispatch({ type: 'filter', filter: event.target.value });
  };
  return html`<input type="search" placeholder=${words.filter} aria-label=${words.filter} data-testid="filter" .value=${state.filter} @input=${type} />`;
}

/** The same answer for the same question, so that the map is laid out once and not at every instant. */
const groupsOf = remembering((picture: Picture, grouping: Grouping, filter: string, labels: NodeLabels): readonly NodeGroup[] => {
  const unlabelled = grouping === 'zone' ? words.noZone : grouping === 'pool' ? words.noPool : words.noLabel;
  return groupNodes(picture.nodes, grouping, filter, { none: words.allNodes, unlabelled }, labels);
});

/** A cluster stays the same object from edit to edit: its labels are gone through once. */
const labelsFor = remembering((cluster: Cluster | null): NodeLabels => (cluster === null ? new Map() : labelsOf(cluster)));
const keysFor = remembering((cluster: Cluster | null): readonly string[] => labelKeys(labelsFor(cluster)));
