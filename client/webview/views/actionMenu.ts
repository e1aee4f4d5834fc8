import { html, type TemplateResult } from 'lit';
import type { ScenarioAction } from '../../../core/simulation/scenario.ts';
import type { Dispatch } from '../state/message.ts';
import { icon } from './icon.ts';

/** Something that one can let happen at the playhead. */
export interface OfferedAction {
  /** As in `data-testid="action-…"`. */
  readonly id: string;
  /** A codicon. */
  readonly symbol: string;
  readonly label: string;
  readonly action: ScenarioAction;
  readonly disabled: boolean;
}

export function actionView({ id, symbol, label, action, disabled }: OfferedAction, dispatch: Dispatch): TemplateResult {
  return html`<button class="action" data-testid="action-${id}" ?disabled=${disabled} @click=${(): void => dispatch({ type: 'act', action })}>
    ${icon(symbol)} ${label}
  </button>`;
}

/** Actions behind an icon; the list closes after a choice, by Escape, and when it is left. */
export function actionMenuView(
  symbol: string,
  label: string,
  id: string,
  actions: readonly OfferedAction[],
  dispatch: Dispatch,
): TemplateResult {
  return menuView(
    symbol,
    label,
    id,
    actions.map(action => actionView(action, dispatch)),
  );
}

/** Buttons behind an icon. */
export function menuView(symbol: string, label: string, id: string, entries: readonly TemplateResult[]): TemplateResult {
  return html`<details class="actions-menu" @click=${closeAfterChoice} @focusout=${closeWhenLeft} @keydown=${closeByKey}>
    <summary class="icon" title=${label} aria-label=${label} data-testid=${id}>${icon(symbol)}</summary>
    <div class="menu"><p class="dim">${label}</p>${entries}</div>
  </details>`;
}

function closeAfterChoice({ currentTarget, target }: Event): void {
  if (currentTarget instanceof HTMLDetailsElement && target instanceof Element && target.closest('.menu') !== null)
    currentTarget.open = false;
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent): void {
  if (currentTarget instanceof HTMLDetailsElement && !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
    currentTarget.open = false;
}

function closeByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !(event.currentTarget instanceof HTMLDetailsElement)) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
}
