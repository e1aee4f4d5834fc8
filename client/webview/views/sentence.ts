import { html, nothing, type TemplateResult } from 'lit';
import type { Sentence, Tone } from '../../../core/presentation/sentenceFacts.ts';
import type { TextPart } from '../../../core/presentation/words/say.ts';
import type { Dispatch } from '../state/message.ts';
import { icon } from './icon.ts';

const icons: Readonly<Record<Tone, string>> = { ok: 'pass', warning: 'warning', plain: 'info', error: 'error' };

/** The outcome and its cause in one sentence, and what would mend it. */
export function sentenceView(sentence: Sentence, dispatch: Dispatch): TemplateResult {
  return html`
    <section class="say ${sentence.tone}" data-testid="sentence" data-tone=${sentence.tone} aria-live="polite" aria-atomic="true">
      ${icon(icons[sentence.tone])}
      <div>
        <p><strong>${sentence.lead}</strong> ${partsView(sentence.parts, dispatch)}</p>
        ${
          sentence.remedies.length === 0
            ? nothing
            : html`<div class="remedies">
              ${sentence.remedies.map(
                ({ label, mend }) =>
                  html`<button class="fix" data-testid="remedy" @click=${(): void => dispatch({ type: 'mend', mend })}>${label}</button>`,
              )}
            </div>`
        }
      </div>
    </section>
  `;
}

/** Text with links into the manifest. */
export function partsView(parts: readonly TextPart[], dispatch: Dispatch): readonly unknown[] {
  return parts.map(({ text, path }) =>
    path === null ? text : html`<button class="link" @click=${(): void => dispatch({ type: 'reveal', path })}>${text}</button>`,
  );
}
