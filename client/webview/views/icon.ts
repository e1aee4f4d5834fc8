import { html, type TemplateResult } from 'lit';

/** A codicon; the words stand beside it, or in the label of its button. */
export function icon(name: string): TemplateResult {
  return html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}
