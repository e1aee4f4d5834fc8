import type { NodeGroup } from './nodeGroups.ts';

/** Where the cells of all groups stand, in CSS pixels from the top of the whole map. */
export interface MapLayout {
  readonly groups: readonly PlacedGroup[];
  readonly cell: number;
  readonly gap: number;
  readonly columns: number;
  readonly height: number;
}

export interface PlacedGroup {
  readonly group: NodeGroup;
  /** Top of the heading. */
  readonly top: number;
  /** Top of the first row of cells. */
  readonly cellsTop: number;
  readonly bottom: number;
}

export const titleHeight = 20;
const groupGap = 8;
const margin = 5;

/** Cells by number of nodes: large while there are few, 6 px for thousands. */
export function layOut(groups: readonly NodeGroup[], width: number): MapLayout {
  const total = groups.reduce((sum, group) => sum + group.nodes.length, 0);
  const { cell, gap } = cellSize(total);
  const columns = Math.max(1, Math.floor((width - 2 * margin + gap) / (cell + gap)));
  const placed: PlacedGroup[] = [];
  let top = 0;
  for (const group of groups) {
    const cellsTop = top + titleHeight;
    const bottom = cellsTop + Math.ceil(group.nodes.length / columns) * (cell + gap);
    placed.push({ group, top, cellsTop, bottom });
    top = bottom + groupGap;
  }
  return { groups: placed, cell, gap, columns, height: Math.max(0, top - groupGap) + margin };
}

function cellSize(total: number): { readonly cell: number; readonly gap: number } {
  if (total <= 60) return { cell: 22, gap: 5 };
  if (total <= 500) return { cell: 15, gap: 4 };
  if (total <= 1500) return { cell: 10, gap: 2 };
  return total <= 20_000 ? { cell: 6, gap: 1 } : { cell: 4, gap: 1 };
}

export interface CellPlace {
  readonly x: number;
  readonly y: number;
}

/** Where the cell at `place` of a group stands. */
export function cellAt(layout: MapLayout, group: PlacedGroup, place: number): CellPlace {
  const step = layout.cell + layout.gap;
  return { x: margin + (place % layout.columns) * step, y: group.cellsTop + Math.floor(place / layout.columns) * step };
}

/** The node at a point, or null: between the cells, or beside them. */
export function nodeAt(layout: MapLayout, x: number, y: number): number | null {
  const group = layout.groups.find(({ cellsTop, bottom }) => y >= cellsTop && y < bottom);
  if (group === undefined || x < margin) return null;
  const step = layout.cell + layout.gap;
  const column = Math.floor((x - margin) / step);
  if (column >= layout.columns) return null;
  return group.group.nodes[Math.floor((y - group.cellsTop) / step) * layout.columns + column] ?? null;
}

/** Rows of a group, from and to (not including), of which any part lies between two heights. */
export function visiblePlaces(
  layout: MapLayout,
  group: PlacedGroup,
  from: number,
  to: number,
): { readonly first: number; readonly end: number } {
  const step = layout.cell + layout.gap;
  const firstRow = Math.max(0, Math.floor((from - group.cellsTop) / step));
  const endRow = Math.max(0, Math.ceil((to - group.cellsTop) / step));
  return { first: firstRow * layout.columns, end: Math.min(group.group.nodes.length, endRow * layout.columns) };
}

/** Where a node stands in the layout; null: the filter hides it. */
export function findNode(layout: MapLayout, node: number): { readonly group: PlacedGroup; readonly place: number } | null {
  for (const group of layout.groups) {
    const place = group.group.nodes.indexOf(node);
    if (place >= 0) return { group, place };
  }
  return null;
}

/** The node that an arrow key leads to from `node`: along the row, or to the row above or below, into the next group at its edge. */
export function neighbour(layout: MapLayout, node: number, dx: number, dy: number): number {
  const order = layout.groups.flatMap(({ group }) => group.nodes);
  const here = order.indexOf(node);
  if (here < 0) return order[0] ?? node;
  return order[Math.min(Math.max(here + dx + dy * layout.columns, 0), order.length - 1)] ?? node;
}
