import type { Series } from '../../../core/forecast/lanes.ts';
import { bands, type NodeState } from '../../../core/forecast/nodeState.ts';
import type { Brush } from './brush.ts';
import { type Box, hatch } from './glyph.ts';
import type { Theme } from './theme.ts';
import { type TimeScale, xOf } from './timeAxis.ts';

/** Old pods stay in the background; where there is no pod there is next to nothing. So large an area of full colour would shout. */
const alphas: Readonly<Partial<Record<NodeState, number>>> = { updated: 0.85, old: 0.6, none: 0.15 };

/** The stacked counts of all targeted nodes over time, updated at the bottom, old on top, so that the picture fills up from below. */
export function paintArea(context: Brush, series: Series, scale: TimeScale, area: Box, theme: Theme): void {
  if (series.most === 0) return;
  const columns = sample(series, scale, area.x + area.width);
  bands.forEach((state, band) => {
    context.fillStyle = theme.states[state];
    context.strokeStyle = theme.states[state];
    context.save();
    context.globalAlpha = alphas[state] ?? 1;
    context.beginPath();
    tracePath(context, columns, band, series.most, area);
    if (state === 'terminating') fillHatched(context, area);
    else context.fill();
    context.restore();
  });
}

function fillHatched(context: Brush, area: Box): void {
  context.clip();
  hatch(context, area);
}

interface Column {
  readonly x: number;
  /** The upper edge of each band, as a number of nodes; one more in front: 0. */
  readonly edges: Float64Array;
}

/** The steps of the series as columns, at most some per pixel: what no eye sees is not painted. */
function sample(series: Series, scale: TimeScale, right: number): readonly Column[] {
  const columns: Column[] = [];
  let lastX = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < series.at.length; i++) {
    const x = xOf(scale, series.at[i] ?? 0);
    if (x - lastX < 0.5 && i < series.at.length - 1 && columns.length > 0) columns.pop();
    else lastX = x;
    columns.push({ x: columns.length === 0 ? scale.left : x, edges: edgesAt(series, i) });
  }
  const last = columns[columns.length - 1];
  if (last !== undefined) columns.push({ x: right, edges: last.edges });
  return columns;
}

function edgesAt(series: Series, index: number): Float64Array {
  const edges = new Float64Array(bands.length + 1);
  for (let band = 0; band < bands.length; band++) {
    edges[band + 1] = (edges[band] ?? 0) + (series.counts[index * bands.length + band] ?? 0);
  }
  return edges;
}

/** Outlines one band: its upper edge from left to right in steps, its lower edge back. */
function tracePath(context: Brush, columns: readonly Column[], band: number, most: number, area: Box): void {
  const y = (count: number): number => area.y + area.height * (1 - count / most);
  let held = columns[0]?.edges[band + 1] ?? 0;
  context.moveTo(columns[0]?.x ?? area.x, y(held));
  for (const column of columns) {
    context.lineTo(column.x, y(held));
    held = column.edges[band + 1] ?? 0;
    context.lineTo(column.x, y(held));
  }
  let lower = columns[columns.length - 1]?.edges[band] ?? 0;
  for (let i = columns.length - 1; i >= 0; i--) {
    const column = columns[i];
    if (column === undefined) continue;
    context.lineTo(column.x, y(lower));
    lower = columns[Math.max(0, i - 1)]?.edges[band] ?? 0;
    context.lineTo(column.x, y(lower));
  }
  context.closePath();
}
