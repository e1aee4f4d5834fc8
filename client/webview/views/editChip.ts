import { html, nothing, type TemplateResult } from 'lit';
import type { FieldChange } from '../../../core/presentation/editKind.ts';
import type { EditText } from '../simulation/picture.ts';
import type { Dispatch } from '../state/message.ts';
import { icon } from './icon.ts';

/** So many changed fields are named; the rest is a number. */
const mostFields = 3;

/** What kind of edit it is, and which fields differ. */
export function editChipView(edit: EditText, dispatch: Dispatch): TemplateResult {
  const more = edit.fields.length - mostFields;
  return html`
    <div class="edit" data-testid="edit">
      <span class="chip">${icon(edit.icon)} ${edit.kind}</span>
      ${edit.fields.slice(0, mostFields).map(
        field => html`<button class="field mono" @click=${(): void => dispatch({ type: 'reveal', path: field.path })}>
          ${field.name} ${changeView(field)}
        </button>`,
      )}
      ${more > 0 ? html`<span class="dim">+ ${more}</span>` : nothing}
      ${edit.strategy === '' ? nothing : html`<span class="mono dim">· ${edit.strategy}</span>`}
    </div>
  `;
}

function changeView({ from, to }: FieldChange): unknown {
  if (to === '') return html`<s class="dim">${from}</s>`;
  return from === '' ? html`+ ${to}` : html`<span class="dim">${from}</span> → ${to}`;
}
