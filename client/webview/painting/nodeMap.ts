import type { Brush } from './brush.ts';
import type { Cells } from './cells.ts';
import { cellAt, findNode, layOut, type MapLayout, neighbour, nodeAt, titleHeight } from './mapLayout.ts';
import type { NodeGroup } from './nodeGroups.ts';
import { paintMap } from './paintMap.ts';
import { Surface } from './surface.ts';
import type { Theme } from './theme.ts';

/** What the map shows. */
export interface MapContent extends Cells {
  readonly groups: readonly NodeGroup[];
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

  protected override paint(context: Brush, width: number, height: number, theme: Theme): void {
    const content = this.#content;
    const layout = this.#laidOut();
    if (content === null || layout === null) return;
    const from = this.scrollTop;
    context.translate(0, -from);
    paintMap(context, content, layout, { y: from, width, height }, theme);
    if (content.selected !== null) paintSelected(context, layout, content.selected, theme);
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

function paintSelected(context: Brush, layout: MapLayout, node: number, theme: Theme): void {
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
