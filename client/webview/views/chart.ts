import { html, type TemplateResult } from 'lit';
import { rowAt } from '../../../core/forecast/lanes.ts';
import { bands } from '../../../core/forecast/nodeState.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Dispatch, Message } from '../state/message.ts';
import { endOf, type PanelState, playhead } from '../state/state.ts';
import { words } from '../words/words.ts';
import { timeText } from './timeText.ts';

/** The rollout over time: a slider that one drags or moves by keys. `label` says whose it is, where there are two. */
export function chartView(
  state: PanelState,
  picture: Picture,
  dispatch: Dispatch,
  label: string = words.timeline,
  id = 'chart',
): TemplateResult {
  const at = playhead(state);
  const end = endOf(state);
  const scrub = (event: Event): void => {
    const to: unknown = event instanceof CustomEvent ? event.detail : null;
    if (typeof to === 'number') dispatch({ type: 'scrub', to });
  };
  const press = (event: KeyboardEvent): void => {
    const message = keyMessage(event, end);
    if (message === null) return;
    event.preventDefault();
    event.stopPropagation();
    dispatch(message);
  };
  return html`<rollout-chart
    class="chart"
    role="slider"
    tabindex="0"
    data-testid=${id}
    aria-label=${label}
    aria-valuemin=${Math.min(picture.begin, at)}
    aria-valuemax=${end}
    aria-valuenow=${at}
    aria-valuetext=${timeText(at)}
    .picture=${picture}
    .begin=${Math.min(picture.begin, at)}
    .end=${end}
    .at=${at}
    .describe=${(instant: number): string => countsText(picture, instant)}
    @scrub=${scrub}
    @keydown=${press}
  ></rollout-chart>`;
}

/** `4 m 12 s: 22 updated, available; 1 terminating; 14 old, available` */
function countsText({ series }: Picture, at: number): string {
  const row = rowAt(series, at);
  const counts = bands.flatMap((state, band) => {
    const count = series.counts[row * bands.length + band] ?? 0;
    return count === 0 ? [] : [`${count} ${words.states[state]}`];
  });
  return `${timeText(at)}: ${counts.join('; ')}`;
}

/** Arrows move by a hundredth of the timeline, with Shift by a tenth. */
function keyMessage(event: KeyboardEvent, end: number): Message | null {
  const share = event.shiftKey ? 0.1 : 0.01;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return { type: 'nudge', share };
    case 'ArrowLeft':
    case 'ArrowDown':
      return { type: 'nudge', share: -share };
    case 'Home':
      return { type: 'scrub', to: 0 };
    case 'End':
      return { type: 'scrub', to: end };
    default:
      return null;
  }
}
