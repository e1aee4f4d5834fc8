import { html, nothing, type TemplateResult } from 'lit';
import type { SubjectProblem } from '../../../core/protocol/panel.ts';
import type { Dispatch } from '../state/message.ts';
import type { PanelState } from '../state/state.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';

const leads: Readonly<Record<SubjectProblem['kind'], string>> = {
  invalid: words.problemInvalid,
  gone: words.problemGone,
  cluster: words.problemCluster,
};

/** Why there is no new picture: what is wrong, and where. `owner`: whose the picture below is, empty where it is the same one's; null: there is none. */
export function problemView(problem: SubjectProblem, owner: string | null, dispatch: Dispatch): TemplateResult {
  const { line } = problem;
  const start = { line: line ?? 0, character: 0 };
  const show = (): void => dispatch({ type: 'toHost', message: { type: 'reveal', range: { start, end: start } } });
  return html`
    <section class="say error" data-testid="problem" data-kind=${problem.kind} aria-live="polite" aria-atomic="true">
      ${icon('error')}
      <div>
        <p>
          <strong>${leads[problem.kind]}</strong>
          ${line === null ? nothing : html`<button class="link" @click=${show}>${words.line(line + 1)}</button>: `}${words.sentence(problem.message)}
          ${owner === null ? nothing : html`<span class="dim">${owner === '' ? words.fromBefore : words.fromBeforeOf(owner)}</span>`}
        </p>
      </div>
    </section>
  `;
}

/** The scenario itself is refused: a fault on a node that is not there, say. */
export function refusalView({ message, ours }: NonNullable<PanelState['refusal']>, hasFaults: boolean, dispatch: Dispatch): TemplateResult {
  return html`
    <section class="say error" data-testid="problem" data-kind=${ours ? 'failure' : 'scenario'} aria-live="polite" aria-atomic="true">
      ${icon('error')}
      <div>
        <p><strong>${ours ? words.problemOurs : words.problemScenario}</strong> ${words.sentence(message)}</p>
        ${
          hasFaults
            ? html`<div class="remedies">
              <button class="fix" @click=${(): void => dispatch({ type: 'clearFaults' })}>${words.clearFaults}</button>
            </div>`
            : nothing
        }
      </div>
    </section>
  `;
}
