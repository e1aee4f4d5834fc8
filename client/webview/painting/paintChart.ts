import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Brush } from './brush.ts';
import type { Box } from './glyph.ts';
import { paintArea } from './paintArea.ts';
import { paintLanes } from './paintLanes.ts';
import type { Theme } from './theme.ts';
import { type TimeScale, ticks, xOf } from './timeAxis.ts';

/** Up to so many targeted nodes have a lane of their own. */
const mostLanes = 20;
const axisHeight = 20;
const top = 10;
const side = 8;
/** Names of lanes: the width of a character, and the most that they may take. */
const nameCharacter = 6.7;
const mostNameWidth = 130;
/** Narrower charts have no room for names. */
const leastWidthForNames = 480;
/** Behind the end: how things stay. */
const tail = 14;

/** A picture over time, as it is painted. */
export interface Chart {
  readonly picture: Picture;
  /** How many nodes are ever targeted. */
  readonly lanes: number;
  readonly scale: TimeScale;
  readonly height: number;
}

/** Lays out a picture over time; `begin` and `end`: the ends of the axis, which two charts may share. */
export function chartOf(picture: Picture, begin: Instant, end: Instant, width: number): Chart {
  const lanes = picture.nodes.reduce((count, node) => count + (node.targeted ? 1 : 0), 0);
  const left = side + gutter(picture, lanes, width);
  return { picture, lanes, scale: { left, width: Math.max(1, width - left - side - tail), begin, end }, height: chartHeight(lanes) };
}

export function paintChart(context: Brush, { picture, lanes, scale, height }: Chart, theme: Theme): void {
  const area: Box = { x: scale.left, y: top, width: scale.width + tail, height: height - top - axisHeight };
  if (lanes <= mostLanes) paintLanes(context, picture, scale, area, theme);
  else paintArea(context, picture.series, scale, area, theme);
  paintAxis(context, scale, height, theme);
  for (const mark of picture.marks)
    if (mark.at >= scale.begin) paintMark(context, xOf(scale, mark.at), height, isEdit(mark.event) ? theme.focus : theme.failed);
}

/** Room for the names of lanes, where there is any. */
function gutter(picture: Picture, lanes: number, width: number): number {
  if (width < leastWidthForNames || lanes > mostLanes) return 0;
  const longest = picture.nodes.reduce((most, node) => (node.targeted ? Math.max(most, node.name.length) : most), 0);
  return Math.min(longest * nameCharacter, mostNameWidth) + 8;
}

function isEdit(event: ScenarioEvent): boolean {
  return event.do === 'apply' || event.do === 'patch';
}

/** Few lanes are thick, many are thin; the area chart is always the same. */
function chartHeight(lanes: number): number {
  const inner = lanes <= mostLanes ? lanes * Math.max(12, Math.min(36, 150 / Math.max(1, lanes))) : 130;
  return Math.round(Math.max(60, inner) + top + axisHeight);
}

function paintAxis(context: Brush, scale: TimeScale, height: number, theme: Theme): void {
  context.font = `11px ${theme.font}`;
  context.fillStyle = theme.dim;
  context.textBaseline = 'alphabetic';
  for (const tick of ticks(scale.begin, scale.end, scale.width, theme.units)) {
    const x = xOf(scale, tick.at);
    context.fillRect(x, height - axisHeight + 2, 1, 4);
    const width = context.measureText(tick.label).width;
    context.fillText(tick.label, Math.min(Math.max(x - width / 2, 2), scale.left + scale.width - width), height - 3);
  }
}

/** A line with a small flag on top. */
function paintMark(context: Brush, x: number, height: number, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x - 0.75, 2, 1.5, height - axisHeight - 2);
  context.beginPath();
  context.moveTo(x, 1);
  context.lineTo(x + 7, 4.5);
  context.lineTo(x, 8);
  context.fill();
}
