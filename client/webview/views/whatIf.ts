import { html, nothing, svg, type TemplateResult } from 'lit';
import type { WhatIfText } from '../../../core/presentation/whatIfText.ts';
import type { Dispatch } from '../state/message.ts';
import type { PanelState } from '../state/state.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';

/** Other strategies on the same scenario. Rows fill in after the main run. */
export function whatIfView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const { rows, pending } = state.whatIf;
  // The manifest's own strategy alone compares nothing.
  if (rows.length < 2 && !pending) return html`<section data-testid="what-if" aria-busy="false"></section>`;
  const longest = rows.reduce((most, row) => Math.max(most, row.duration ?? 0), 0);
  return html`
    <section data-testid="what-if" aria-busy=${pending}>
      <h2>${words.whatIf}${pending ? html` <span class="plain dim">${words.pending}</span>` : nothing}</h2>
      <table>
        <thead>
          <tr><th>${words.strategy}</th><th><span class="hidden">${words.time}</span></th><th class="n">${words.time}</th><th class="n" title=${words.worstHint}>${words.worst}</th><th><span class="hidden">${words.apply}</span></th></tr>
        </thead>
        <tbody>${rows.map(row => rowView(row, longest, state.compared?.strategy ?? null, dispatch))}</tbody>
      </table>
    </section>
  `;
}

function rowView(row: WhatIfText, longest: number, compared: string | null, dispatch: Dispatch): TemplateResult {
  return html`
    <tr class=${row.now ? 'now' : ''} data-testid="what-if-row">
      <td>${row.strategy}</td>
      <td>${barView(row, longest)}</td>
      <td class="n">${row.time}</td>
      <td class="n">${row.worst}</td>
      <td>${row.now ? html`<span class="dim">${words.now}</span>` : row.obstacle === '' ? choicesView(row, compared, dispatch) : html`<span class="dim">${row.obstacle}</span>`}</td>
    </tr>
  `;
}

function choicesView(row: WhatIfText, compared: string | null, dispatch: Dispatch): TemplateResult {
  const on = row.strategy === compared;
  const compare = (): void => dispatch({ type: 'compare', strategy: row.strategy });
  return html`<span class="choices"
    ><button class="icon" data-testid="compare" aria-pressed=${on} title="${words.compare} ${row.strategy}" aria-label="${words.compare} ${row.strategy}" @click=${compare}>
      ${icon('split-horizontal')}</button
    >${applyView(row, dispatch)}</span
  >`;
}

function applyView(row: WhatIfText, dispatch: Dispatch): unknown {
  const { mend } = row;
  if (mend === null) return nothing;
  return html`<button class="link" aria-label="${words.apply} ${row.strategy}" @click=${(): void => dispatch({ type: 'mend', mend })}>${words.apply}</button>`;
}

/** By the square root: seconds beside hours can still be told apart. */
function barView(row: WhatIfText, longest: number): TemplateResult {
  const width = row.duration === null || longest === 0 ? 0 : Math.max(2, Math.sqrt(row.duration / longest) * 40);
  return html`<svg class="bar" width="40" height="6" aria-hidden="true">${svg`<rect width=${width} height="6" rx="3"></rect>`}</svg>`;
}
