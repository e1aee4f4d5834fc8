import { codeAt } from '../../../core/forecast/lanes.ts';
import { bands, isAbsent, stateOf } from '../../../core/forecast/nodeState.ts';
import { spokenCount } from '../../../core/presentation/number.ts';
import type { Brush } from './brush.ts';
import type { Cells } from './cells.ts';
import { type PlacedGroup, titleHeight } from './mapLayout.ts';
import type { Theme } from './theme.ts';

/** Smaller groups are taken in at a glance. */
const leastForBar = 100;
const barHeight = 6;
const mostBarWidth = 140;

/** A group's name and number of nodes; of a large one a bar too: how many of its nodes are in which state, in the chart's order from new to old. */
export function paintGroupTitle(context: Brush, cells: Cells, { group, top }: PlacedGroup, width: number, theme: Theme): void {
  const middle = top + titleHeight / 2 - 1;
  const title = `${group.title} · ${spokenCount(group.nodes.length)}`;
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'middle';
  context.fillStyle = theme.dim;
  context.fillText(title, 5, middle, width - 6);
  if (group.nodes.length < leastForBar) return;
  const barWidth = Math.min(mostBarWidth, width - 5 - context.measureText(title).width - 24);
  if (barWidth > 40) paintBar(context, cells, group.nodes, { x: width - 5 - barWidth, y: middle - barHeight / 2, width: barWidth }, theme);
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function paintBar(context: Brush, { picture, at }: Cells, nodes: readonly number[], bar: Bar, theme: Theme): void {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const code = codeAt(picture.lanes, node, at);
    if (!isAbsent(code)) counts.set(stateOf(code), (counts.get(stateOf(code)) ?? 0) + 1);
  }
  let x = bar.x;
  for (const state of bands) {
    const share = ((counts.get(state) ?? 0) / nodes.length) * bar.width;
    context.fillStyle = theme.states[state];
    context.globalAlpha = state === 'none' ? 0.35 : 1;
    context.fillRect(x, bar.y, share, barHeight);
    x += share;
  }
  context.globalAlpha = 1;
}
