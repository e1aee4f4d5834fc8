import { html, nothing, type TemplateResult } from 'lit';
import { isNamed } from '../../../core/forecast/subject.ts';
import { daemonSetsOf, type LiveWorld } from '../state/liveWorld.ts';
import type { Dispatch } from '../state/message.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';

/** Of a served world: which DaemonSet is shown, on which cluster, whether its time goes on; how to apply the manifest, and how to leave. */
export function liveHeaderView(live: LiveWorld, dispatch: Dispatch): TemplateResult {
  const { start, file, daemonSet } = live;
  const canApply = file !== null && live.ended !== 'gone';
  return html`
    <header class="header" data-testid="live" data-world=${live.id} data-ended=${live.ended ?? ''}>
      <div class="title">
        ${icon('server-process')}
        <h1 data-testid="name">${daemonSet.name}</h1>
        <span class="dim" data-testid="namespace">${daemonSet.namespace}</span>
        ${badgeView(live)}
      </div>
      <div class="picks">
        ${chooserView(live, dispatch)}
        <span class="facts"><span class="dim">${words.cluster}</span> ${start.cluster.name} <span class="dim">· ${words.kubernetes}</span> ${start.kubernetesVersion}</span>
        ${
          file === null
            ? nothing
            : html`<button class="pick" data-testid="apply-file" title=${words.live.applyHint} ?disabled=${!canApply} @click=${(): void => dispatch({ type: 'applyFile' })}>
                ${icon('cloud-upload')} ${words.live.apply}
              </button>`
        }
        <button class="pick" data-testid="leave-world" @click=${(): void => dispatch({ type: 'leaveWorld' })}>
          ${icon('debug-disconnect')} ${file === null ? words.live.leaveAlone : words.live.leave}
        </button>
      </div>
    </header>
  `;
}

function badgeView({ ended, time }: LiveWorld): TemplateResult {
  const state = ended !== null ? 'over' : time.speed === 0 ? 'paused' : 'badge';
  return html`<span class="live-badge ${state}" title=${words.live.hint} data-testid="live-badge">${words.live[state]}</span>`;
}

/** One DaemonSet needs no choice. One that is not there (yet) stands in the list as well, as long as it is shown. */
function chooserView(live: LiveWorld, dispatch: Dispatch): unknown {
  const there = daemonSetsOf(live);
  const names = there.some(one => isNamed(one, live.daemonSet)) || live.daemonSet.name === '' ? there : [live.daemonSet, ...there];
  if (names.length < 2) return nothing;
  const choose = ({ currentTarget }: Event): void => {
    const chosen = currentTarget instanceof HTMLSelectElement ? names[currentTarget.selectedIndex] : undefined;
    if (chosen !== undefined) dispatch({ type: 'pickDaemonSet', daemonSet: chosen });
  };
  return html`<select aria-label=${words.live.daemonSet} title=${words.live.daemonSet} data-testid="pick-daemonset" @change=${choose}>
    ${names.map(name => html`<option ?selected=${isNamed(name, live.daemonSet)}>${name.namespace}/${name.name}</option>`)}
  </select>`;
}
