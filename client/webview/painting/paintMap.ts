import { codeAt } from '../../../core/forecast/lanes.ts';
import { isAbsent, isCordoned, isDown, stateOf } from '../../../core/forecast/nodeState.ts';
import type { Brush } from './brush.ts';
import type { Cells } from './cells.ts';
import { type Box, paintDown, paintState } from './glyph.ts';
import { cellAt, type MapLayout, type PlacedGroup, visiblePlaces } from './mapLayout.ts';
import { paintGroupTitle } from './paintGroupTitle.ts';
import type { Theme } from './theme.ts';

/** Paints what lies between two heights of the whole map. */
export function paintMap(context: Brush, cells: Cells, layout: MapLayout, view: Omit<Box, 'x'>, theme: Theme): void {
  const end = view.y + view.height;
  for (const group of layout.groups) {
    if (group.bottom < view.y || group.top > end) continue;
    paintGroupTitle(context, cells, group, view.width, theme);
    paintCells(context, cells, layout, group, view, theme);
  }
}

function paintCells(context: Brush, cells: Cells, layout: MapLayout, group: PlacedGroup, view: Omit<Box, 'x'>, theme: Theme): void {
  const { first, end } = visiblePlaces(layout, group, view.y, view.y + view.height);
  for (let place = first; place < end; place++) {
    const node = group.group.nodes[place] ?? 0;
    const code = codeAt(cells.picture.lanes, node, cells.at);
    if (isAbsent(code)) continue;
    const tint = cells.tint(node);
    const box = { ...cellAt(layout, group, place), width: layout.cell, height: layout.cell };
    paintCell(context, code, box, theme, tint === null ? undefined : theme.tints[tint % theme.tints.length]);
  }
}

function paintCell(context: Brush, code: number, box: Box, theme: Theme, colour: string | undefined): void {
  if (isCordoned(code)) context.globalAlpha = 0.6;
  paintState(context, stateOf(code), box, theme, colour);
  context.globalAlpha = 1;
  if (isDown(code)) paintDown(context, box, theme);
}
