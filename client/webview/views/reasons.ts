import { html, type TemplateResult } from 'lit';
import type { ReasonLine } from '../simulation/look.ts';
import type { Dispatch } from '../state/message.ts';
import { partsView } from './sentence.ts';
import { timeText } from './timeText.ts';

/** What the controller has done up to the playhead, one line a rule: when it first did, and why. */
export function reasonsView(lines: readonly ReasonLine[], dispatch: Dispatch): TemplateResult {
  return html`<ul class="faults" data-testid="reasons">
    ${lines.map(
      ({ at, parts }) => html`<li>
        <button class="link n" @click=${(): void => dispatch({ type: 'scrub', to: at })}>${timeText(at)}</button>
        <span>${partsView(parts, dispatch)}</span>
      </li>`,
    )}
  </ul>`;
}
