import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import { remembering } from '../remembering.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Brush } from './brush.ts';
import { type Chart, chartOf, paintChart } from './paintChart.ts';
import { Surface } from './surface.ts';
import type { Theme } from './theme.ts';
import { instantAt, xOf } from './timeAxis.ts';

/** The rollout over time with its playhead. Tells where the person puts it by the event `scrub` (detail: an instant). */
export class RolloutChart extends Surface {
  #picture: Picture | null = null;
  #at: Instant = 0;
  #begin: Instant = 0;
  #end: Instant = 0;
  readonly #layOut = remembering(chartOf);
  readonly #playhead = document.createElement('div');

  override connectedCallback(): void {
    super.connectedCallback();
    this.#playhead.className = 'playhead';
    if (!this.#playhead.isConnected) this.append(this.#playhead);
    this.addEventListener('pointerdown', this.#drag);
    this.addEventListener('pointermove', this.#drag);
    this.#placePlayhead();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointerdown', this.#drag);
    this.removeEventListener('pointermove', this.#drag);
  }

  set picture(picture: Picture) {
    if (this.#picture === picture) return;
    this.#picture = picture;
    this.style.setProperty('--chart-height', `${chartOf(picture, picture.begin, picture.end, 1).height}px`);
    this.#placePlayhead();
    this.invalidate();
  }

  /** The right end of the axis; behind the picture's own, where two charts share an axis. */
  set end(end: Instant) {
    if (this.#end === end) return;
    this.#end = end;
    this.#placePlayhead();
    this.invalidate();
  }

  /** The left end of the axis; before the picture's own, where one looks at what was earlier. */
  set begin(begin: Instant) {
    if (this.#begin === begin) return;
    this.#begin = begin;
    this.#placePlayhead();
    this.invalidate();
  }

  /** What the tooltip says of an instant. */
  describe: (at: Instant) => string = () => '';

  set at(at: Instant) {
    this.#at = at;
    this.#placePlayhead();
  }

  protected override paint(context: Brush, _width: number, height: number, theme: Theme): void {
    const chart = this.#chart();
    if (chart !== null) paintChart(context, { ...chart, height }, theme);
    this.#placePlayhead();
  }

  /** Laid out for the present width; null: there is nothing to show. */
  #chart(): Chart | null {
    return this.#picture === null ? null : this.#layOut(this.#picture, this.#begin, this.#end, this.clientWidth);
  }

  #placePlayhead(): void {
    const scale = this.#chart()?.scale;
    if (scale !== undefined) this.#playhead.style.transform = `translateX(${xOf(scale, this.#at)}px)`;
  }

  #drag = (event: PointerEvent): void => {
    const x = event.clientX - this.getBoundingClientRect().left;
    const chart = this.#chart();
    if (chart === null) return;
    const at = instantAt(chart.scale, x);
    this.title = this.describe(at);
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    if (event.type === 'pointerdown') {
      this.setPointerCapture(event.pointerId);
      this.focus();
    }
    this.dispatchEvent(new CustomEvent<Instant>('scrub', { detail: at }));
  };
}

customElements.define('rollout-chart', RolloutChart);
