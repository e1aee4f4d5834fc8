import { html, nothing, type TemplateResult } from 'lit';
import type { Picture } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import { endOf, followedInstead, type PanelState, playhead, shownSubject } from '../state/state.ts';
import { words } from '../words/words.ts';
import { chartsView } from './charts.ts';
import { detailsView } from './details.ts';
import { editChipView } from './editChip.ts';
import { headerView, otherHeaderView } from './header.ts';
import { legendView } from './legend.ts';
import { liveHeaderView } from './liveHeader.ts';
import { liveVerdictView } from './liveVerdict.ts';
import { nodesView } from './nodes.ts';
import { problemView, refusalView } from './problem.ts';
import { sentenceView } from './sentence.ts';
import { tablesView } from './tables.ts';
import { tilesView } from './tiles.ts';
import { transportView } from './transport.ts';
import { whatIfView } from './whatIf.ts';

/** The whole panel. While the manifest cannot be simulated, the last picture stays, faded. */
export function panelView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const { picture } = state;
  return html`
    ${topView(state, dispatch)}
    ${picture === null || isMissing(picture) || followedInstead(state) !== null ? nothing : editChipView(picture.edit, dispatch)}
    ${verdictView(state, dispatch)}
    ${picture === null ? nothing : pictureView(state, picture, dispatch)}
  `;
}

/** What the editor holds now, even where the picture is still of something else. */
function topView(state: PanelState, dispatch: Dispatch): unknown {
  if (state.live !== null) return liveHeaderView(state.live, dispatch);
  const instead = followedInstead(state);
  const subject = shownSubject(state);
  if (instead !== null) return otherHeaderView(instead.label);
  return subject === null ? nothing : headerView(subject, dispatch);
}

/** In a served world the DaemonSet may not be there (yet): there is no edit of it, and no number. */
function isMissing({ world }: Picture): boolean {
  return world !== null && world.manifest === null;
}

function verdictView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const { problem, refusal, picture, live } = state;
  if (problem !== null) return problemView(problem, pictureOwner(state), dispatch);
  if (refusal !== null) return refusalView(refusal, state.faults.length > 0, dispatch);
  if (picture === null) return html`<p class="dim" role="status">${state.subject === null ? words.waiting : words.simulating}</p>`;
  return live === null ? sentenceView(picture.sentence, dispatch) : liveVerdictView(live, picture, dispatch);
}

/** Whose the picture is, where that is not what the header says; empty: it is; null: there is no picture. */
function pictureOwner(state: PanelState): string | null {
  if (state.picture === null) return null;
  return followedInstead(state) === null ? '' : state.picture.daemonSet.name;
}

function pictureView(state: PanelState, picture: Picture, dispatch: Dispatch): TemplateResult {
  const stale = state.problem !== null || state.refusal !== null;
  return html`
    <div class=${stale ? 'picture stale' : 'picture'} data-testid="picture" data-run=${state.pictured} data-hash=${state.hash} data-at=${playhead(state)}>
      ${isMissing(picture) ? nothing : tilesView(state)}
      <section class="stage" aria-label=${words.timeline}>
        ${transportView(state, endOf(state), dispatch)} ${chartsView(state, picture, dispatch)} ${legendView()}
      </section>
      <div class="columns">
        ${nodesView(state, picture, dispatch)}
        <div>${detailsView(state, picture, dispatch)} ${whatIfView(state, dispatch)}</div>
      </div>
      ${tablesView(state, dispatch)}
    </div>
  `;
}
