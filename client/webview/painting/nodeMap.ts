import { codeAt } from '../../../core/forecast/lanes.ts';
import { isAbsent, isCordoned, isDown, stateOf } from '../../../core/forecast/nodeState.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Picture } from '../simulation/picture.ts';
import { type Box, paintDown, paintState } from './glyph.ts';
import { cellAt, findNode, layOut, type MapLayout, neighbour, nodeAt, type PlacedGroup, titleHeight, visiblePlaces } from './mapLayout.ts';
import type { NodeGroup } from './nodeGroups.ts';
import { Surface } from './surface.ts';
import type { Theme } from './theme.ts';

/** What the map shows. */
export interface MapContent {
  readonly picture: Picture;
  readonly groups: readonly NodeGroup[];
  readonly at: Instant;
  /** Which of the theme's tints a node has; null: the colour of its state. */
  readonly tint: (node: number) => number | null;
  /** What the tooltip says of a node. */
  readonly describe: (node: number) => string;
  /** The selected node's place in the picture. */
  readonly selected: number | null;
}

/**
 * One cell a node, for any number of nodes: only the rows on screen are painted. Tells which node the person chooses by the event
 * `choose` (detail: its place in the picture).
 */
export class NodeMap extends Surface {
  #content: MapContent | null = null;
  #layout: MapLayout | null = null;
  #width = 0;
  readonly #spacer = document.createElement('div');

  override connectedCallback(): void {
    super.connectedCallback();
    this.#spacer.className = 'spacer';
    if (!this.#spacer.isConnected) this.append(this.#spacer);
    this.addEventListener('scroll', this.#repaint, { passive: true });
    this.addEventListener('click', this.#click);
    this.addEventListener('keydown', this.#key);
    this.addEventListener('pointermove', this.#hover, { passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.#repaint);
    this.removeEventListener('click', this.#click);
    this.removeEventListener('keydown', this.#key);
    this.removeEventListener('pointermove', this.#hover);
  }

  set content(content: MapContent) {
    const before = this.#content;
    this.#content = content;
    if (before?.groups !== content.groups) this.#layout = null;
    this.invalidate();
    if (before !== null && before.selected !== content.selected && content.selected !== null) this.#scrollTo(content.selected);
  }

  protected override paint(context: CanvasRenderingContext2D, width: number, height: number, theme: Theme): void {
    const content = this.#content;
    const layout = this.#laidOut();
    if (content === null || layout === null) return;
    const from = this.scrollTop;
    context.translate(0, -from);
    for (const group of layout.groups) {
      if (group.bottom < from || group.top > from + height) continue;
      paintTitle(context, group, width, theme);
      this.#paintCells(context, content, layout, group, from, from + height, theme);
    }
    if (content.selected !== null) paintSelected(context, layout, content.selected, theme);
  }

  #paintCells(
    context: CanvasRenderingContext2D,
    content: MapContent,
    layout: MapLayout,
    group: PlacedGroup,
    from: number,
    to: number,
    theme: Theme,
  ): void {
    const { first, end } = visiblePlaces(layout, group, from, to);
    for (let place = first; place < end; place++) {
      const node = group.group.nodes[place] ?? 0;
      const code = codeAt(content.picture.lanes, node, content.at);
      if (isAbsent(code)) continue;
      const tint = content.tint(node);
      const box = { ...cellAt(layout, group, place), width: layout.cell, height: layout.cell };
      paintCell(context, code, box, theme, tint === null ? undefined : theme.tints[tint % theme.tints.length]);
    }
  }

  #laidOut(): MapLayout | null {
    const width = this.clientWidth;
    if (this.#content === null || width === 0) return null;
    if (this.#layout === null || this.#width !== width) {
      this.#layout = layOut(this.#content.groups, width);
      this.#width = width;
      this.style.height = `${this.#layout.height}px`;
      this.#spacer.style.height = `${this.#layout.height}px`;
    }
    return this.#layout;
  }

  #scrollTo(node: number): void {
    const layout = this.#laidOut();
    const found = layout === null ? null : findNode(layout, node);
    if (layout === null || found === null) return;
    const { y } = cellAt(layout, found.group, found.place);
    if (y - titleHeight < this.scrollTop) this.scrollTop = y - titleHeight;
    else if (y + layout.cell + 4 > this.scrollTop + this.clientHeight) this.scrollTop = y + layout.cell + 4 - this.clientHeight;
  }

  #repaint = (): void => this.invalidate();

  #nodeUnder(event: MouseEvent): number | null {
    const layout = this.#laidOut();
    const box = this.getBoundingClientRect();
    return layout === null ? null : nodeAt(layout, event.clientX - box.left, event.clientY - box.top + this.scrollTop);
  }

  #click = (event: MouseEvent): void => this.#choose(this.#nodeUnder(event));

  #hover = (event: PointerEvent): void => {
    const node = this.#nodeUnder(event);
    this.title = node === null || this.#content === null ? '' : this.#content.describe(node);
  };

  #key = (event: KeyboardEvent): void => {
    const [dx, dy] = arrows.get(event.key) ?? [0, 0];
    const layout = this.#laidOut();
    const content = this.#content;
    if ((dx === 0 && dy === 0) || layout === null || content === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(neighbour(layout, content.selected ?? -1, dx, dy));
  };

  #choose(node: number | null): void {
    if (node !== null) this.dispatchEvent(new CustomEvent<number>('choose', { detail: node }));
  }
}

const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
  ['Home', [Number.NEGATIVE_INFINITY, 0]],
  ['End', [Number.POSITIVE_INFINITY, 0]],
]);

function paintCell(context: CanvasRenderingContext2D, code: number, box: Box, theme: Theme, colour: string | undefined): void {
  if (isCordoned(code)) context.globalAlpha = 0.6;
  paintState(context, stateOf(code), box, theme, colour);
  context.globalAlpha = 1;
  if (isDown(code)) paintDown(context, box, theme);
}

function paintTitle(context: CanvasRenderingContext2D, { group, top }: PlacedGroup, width: number, theme: Theme): void {
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'middle';
  context.fillStyle = theme.dim;
  context.fillText(`${group.title} · ${group.nodes.length}`, 5, top + titleHeight / 2 - 1, width - 6);
}

function paintSelected(context: CanvasRenderingContext2D, layout: MapLayout, node: number, theme: Theme): void {
  const found = findNode(layout, node);
  if (found === null) return;
  const { x, y } = cellAt(layout, found.group, found.place);
  context.strokeStyle = theme.focus;
  context.lineWidth = 2;
  // Outside of the dashed frame that a node which is down has.
  const outside = layout.cell > 10 ? 4 : 2;
  context.strokeRect(x - outside, y - outside, layout.cell + 2 * outside, layout.cell + 2 * outside);
}

customElements.define('node-map', NodeMap);
