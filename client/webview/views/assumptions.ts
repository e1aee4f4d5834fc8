import { html, nothing, type TemplateResult } from 'lit';
import { type Assumed, assumedNames, isDuration } from '../state/assumedValues.ts';
import type { Dispatch } from '../state/message.ts';
import { type PanelState, shownSubject } from '../state/state.ts';
import { words } from '../words/words.ts';
import { icon } from './icon.ts';

/** What the simulation assumes, each to be changed for this panel. */
export function assumptionsView(state: PanelState, dispatch: Dispatch): TemplateResult {
  const changed = Object.keys(state.assumed).length > 0;
  return html`
    <div class="assumptions" data-testid="assumptions">${assumedNames.map(name => rowView(state, name, dispatch))}</div>
    ${
      changed
        ? html`<button class="text" data-testid="assume-nothing" @click=${(): void => dispatch({ type: 'assumeNothing' })}>${icon('clear-all')} ${words.assumeNothing}</button>`
        : nothing
    }
  `;
}

function rowView(state: PanelState, name: Assumed, dispatch: Dispatch): TemplateResult {
  const subject = shownSubject(state);
  const value = subject === null ? null : name === 'seed' ? subject.seed : subject.assumptions[name];
  const scale = isDuration(name) ? 1000 : 1;
  const change = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const { value: text, valueAsNumber } = event.target;
    dispatch({ type: 'assume', name, value: text === '' ? null : scale === 1 ? valueAsNumber : Math.round(valueAsNumber * scale) });
  };
  return html`<label class=${Object.hasOwn(state.assumed, name) ? 'changed' : ''}>
    <span>${words.assumptions[name]}</span>
    <input
      type="number"
      min="0"
      step=${scale === 1 && name !== 'jitter' ? '1' : 'any'}
      data-testid="assume-${name}"
      placeholder=${words.byVersion}
      .value=${value === null ? '' : String(value / scale)}
      @change=${change}
    />
    <span class="dim">${scale === 1 ? '' : words.seconds}</span>
  </label>`;
}
