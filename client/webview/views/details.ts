import { html, nothing, type TemplateResult } from 'lit';
import { codeAt } from '../../../core/forecast/lanes.ts';
import { isAbsent } from '../../../core/forecast/nodeState.ts';
import type { Reason } from '../../../core/presentation/reason.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import { type PanelState, playhead } from '../state/state.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';
import { moreActionsView, nodeActionsView } from './nodeActions.ts';
import { partsView } from './sentence.ts';

/** The selected node: its pod, why it is as it is, and what one can do to it at the playhead. */
export function detailsView(state: PanelState, picture: Picture, dispatch: Dispatch): TemplateResult {
  const details = state.look?.details ?? null;
  if (state.selected === null || details === null)
    return html`<section class="details"><p class="dim">${picture.nodes.length === 0 ? '' : words.selectNode}</p></section>`;
  const there = isThere(state, picture, details.node);
  return html`
    <section class="details" data-testid="details" data-node=${details.node} aria-label=${details.node}>
      <div class="heading">
        <h2><span class="mono">${details.node}</span> <span class="plain" data-testid="node-condition">${details.condition}</span></h2>
        ${there ? moreActionsView(details, picture.daemonSet, dispatch) : nothing}
      </div>
      ${there ? nodeActionsView(details, picture.daemonSet, dispatch) : nothing}
      <ul class="why">
        ${details.reasons.map(reason => reasonView(reason, dispatch))}
      </ul>
    </section>
  `;
}

/** Whether the node is part of the cluster at the playhead. */
function isThere(state: PanelState, picture: Picture, node: string): boolean {
  const lane = picture.nodes.findIndex(({ name }) => name === node);
  return !isAbsent(codeAt(picture.lanes, lane, playhead(state)));
}

function reasonView(reason: Reason, dispatch: Dispatch): TemplateResult {
  return html`<li class="tone-${reason.tone}">
    ${icon(reason.icon)}
    <span>${partsView(reason.text, dispatch)}${reason.more === '' ? nothing : html`<span class="more dim">${reason.more}</span>`}</span>
  </li>`;
}
