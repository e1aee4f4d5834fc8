import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Box } from './glyph.ts';
import { paintArea } from './paintArea.ts';
import { paintLanes } from './paintLanes.ts';
import { Surface } from './surface.ts';
import type { Theme } from './theme.ts';
import { instantAt, type TimeScale, ticks, xOf } from './timeAxis.ts';

/** Up to so many targeted nodes have a lane of their own. */
export const mostLanes = 20;
const axisHeight = 20;
const top = 10;
const side = 8;
/** Names of lanes: the width of a character, and the most that they may take. */
const nameCharacter = 6.7;
const mostNameWidth = 130;
/** Behind the end: how things stay. */
const tail = 14;

/** The rollout over time with its playhead. Tells where the person puts it by the event `scrub` (detail: an instant). */
export class RolloutChart extends Surface {
  #picture: Picture | null = null;
  /** How many nodes are ever targeted. */
  #lanes = 0;
  #at: Instant = 0;
  #end: Instant = 0;
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
    this.#lanes = picture.nodes.reduce((count, node) => count + (node.targeted ? 1 : 0), 0);
    this.style.setProperty('--chart-height', `${chartHeight(this.#lanes)}px`);
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

  /** What the tooltip says of an instant. */
  describe: (at: Instant) => string = () => '';

  set at(at: Instant) {
    this.#at = at;
    this.#placePlayhead();
  }

  protected override paint(context: CanvasRenderingContext2D, _width: number, height: number, theme: Theme): void {
    const picture = this.#picture;
    if (picture === null) return;
    const scale = this.#scale();
    const area: Box = { x: scale.left, y: top, width: scale.width + tail, height: height - top - axisHeight };
    if (this.#lanes <= mostLanes) paintLanes(context, picture, scale, area, theme);
    else paintArea(context, picture.series, scale, area, theme);
    paintAxis(context, scale, height, theme);
    for (const mark of picture.marks) paintMark(context, xOf(scale, mark.at), height, isEdit(mark.event) ? theme.focus : theme.failed);
    this.#placePlayhead();
  }

  #scale(): TimeScale {
    const left = side + this.#gutter();
    return { left, width: Math.max(1, this.clientWidth - left - side - tail), end: this.#end };
  }

  /** Room for the names of lanes, where there is any. */
  #gutter(): number {
    const picture = this.#picture;
    if (picture === null || this.clientWidth < 480 || this.#lanes > mostLanes) return 0;
    const longest = picture.nodes.reduce((most, node) => (node.targeted ? Math.max(most, node.name.length) : most), 0);
    return Math.min(longest * nameCharacter, mostNameWidth) + 8;
  }

  #placePlayhead(): void {
    this.#playhead.style.transform = `translateX(${xOf(this.#scale(), this.#at)}px)`;
  }

  #drag = (event: PointerEvent): void => {
    const x = event.clientX - this.getBoundingClientRect().left;
    const at = instantAt(this.#scale(), x);
    this.title = this.describe(at);
    if (this.#picture === null || (event.type === 'pointermove' && event.buttons !== 1)) return;
    if (event.type === 'pointerdown') {
      this.setPointerCapture(event.pointerId);
      this.focus();
    }
    this.dispatchEvent(new CustomEvent<Instant>('scrub', { detail: at }));
  };
}

function isEdit(event: ScenarioEvent): boolean {
  return event.do === 'apply' || event.do === 'patch';
}

/** Few lanes are thick, many are thin; the area chart is always the same. */
function chartHeight(lanes: number): number {
  const inner = lanes <= mostLanes ? lanes * Math.max(12, Math.min(36, 150 / Math.max(1, lanes))) : 130;
  return Math.round(Math.max(60, inner) + top + axisHeight);
}

function paintAxis(context: CanvasRenderingContext2D, scale: TimeScale, height: number, theme: Theme): void {
  context.font = `11px ${theme.font}`;
  context.fillStyle = theme.dim;
  context.textBaseline = 'alphabetic';
  for (const tick of ticks(scale.end, scale.width)) {
    const x = xOf(scale, tick.at);
    context.fillRect(x, height - axisHeight + 2, 1, 4);
    const width = context.measureText(tick.label).width;
    context.fillText(tick.label, Math.min(Math.max(x - width / 2, 2), scale.left + scale.width - width), height - 3);
  }
}

/** A line with a small flag on top. */
function paintMark(context: CanvasRenderingContext2D, x: number, height: number, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x - 0.75, 2, 1.5, height - axisHeight - 2);
  context.beginPath();
  context.moveTo(x, 1);
  context.lineTo(x + 7, 4.5);
  context.lineTo(x, 8);
  context.fill();
}

customElements.define('rollout-chart', RolloutChart);
