import { nodeStates } from '../../../core/forecast/nodeState.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Brush } from './brush.ts';
import type { Cells } from './cells.ts';
import { paintState } from './glyph.ts';
import { layOut } from './mapLayout.ts';
import type { NodeGroup } from './nodeGroups.ts';
import { chartOf, paintChart } from './paintChart.ts';
import { paintMap } from './paintMap.ts';
import type { Theme } from './theme.ts';

/** What a picture of the panel says, to be put into a pull request: texts are ready to be shown. */
export interface Poster {
  readonly title: string;
  /** Baseline, cluster, version. */
  readonly about: string;
  readonly lead: string;
  readonly sentence: string;
  readonly tiles: readonly { readonly value: string; readonly label: string }[];
  /** One chart, or two on one axis, each with its strategy. */
  readonly charts: readonly { readonly label: string; readonly picture: Picture }[];
  readonly end: Instant;
  /** What the states are called, by state. */
  readonly legend: Readonly<Record<(typeof nodeStates)[number], string>>;
  /** The map at the playhead; null: charts have a lane for each node already, or there are too many for a picture. */
  readonly map: { readonly label: string; readonly cells: Cells; readonly groups: readonly NodeGroup[] } | null;
  readonly footer: string;
}

export const posterWidth = 860;
const margin = 16;
const inner = posterWidth - 2 * margin;

/** Paints the poster from top to bottom; returns how high it is. */
export function paintPoster(context: Brush, poster: Poster, theme: Theme): number {
  let y = paintHeading(context, poster, theme);
  y = paintTiles(context, poster, y, theme);
  for (const { label, picture } of poster.charts) y = paintOneChart(context, label, picture, poster.end, y, theme);
  y = paintLegend(context, poster, y, theme);
  if (poster.map !== null) y = paintNodes(context, poster.map, y, theme);
  return write(context, poster.footer, { y: y + 6, size: 11, colour: theme.dim }, theme) + margin;
}

function paintHeading(context: Brush, { title, about, lead, sentence }: Poster, theme: Theme): number {
  let y = write(context, title, { y: margin, size: 18, weight: 600, colour: theme.foreground }, theme);
  y = write(context, about, { y: y + 2, size: 12, colour: theme.dim }, theme);
  y = write(context, lead, { y: y + 8, size: 14, weight: 600, colour: theme.foreground }, theme);
  return write(context, sentence, { y: y + 2, size: 13, colour: theme.foreground }, theme) + 10;
}

function paintTiles(context: Brush, { tiles }: Poster, y: number, theme: Theme): number {
  const width = inner / Math.max(1, tiles.length);
  let bottom = y;
  tiles.forEach(({ value, label }, place) => {
    const x = margin + place * width;
    const below = write(context, value, { x, y, size: 20, weight: 600, colour: theme.foreground, width: width - 12 }, theme);
    bottom = Math.max(bottom, write(context, label, { x, y: below + 1, size: 11, colour: theme.dim, width: width - 12 }, theme));
  });
  return bottom + 10;
}

function paintOneChart(context: Brush, label: string, picture: Picture, end: Instant, y: number, theme: Theme): number {
  const top = label === '' ? y : write(context, label, { y, size: 12, weight: 600, colour: theme.foreground }, theme) + 2;
  const chart = chartOf(picture, picture.begin, end, inner);
  context.save();
  context.translate(margin, top);
  context.fillStyle = theme.raised;
  context.fillRect(0, 0, inner, chart.height);
  paintChart(context, chart, theme);
  context.restore();
  return top + chart.height + 8;
}

function paintLegend(context: Brush, { legend }: Poster, y: number, theme: Theme): number {
  let [x, top] = [margin, y];
  for (const state of nodeStates) {
    context.font = `11px ${theme.font}`;
    const width = 16 + context.measureText(legend[state]).width + 14;
    if (x > margin && x + width > posterWidth - margin) [x, top] = [margin, top + 18];
    paintState(context, state, { x, y: top + 2, width: 11, height: 11 }, theme);
    write(context, legend[state], { x: x + 16, y: top, size: 11, colour: theme.dim }, theme);
    x += width;
  }
  return top + 24;
}

function paintNodes(context: Brush, { label, cells, groups }: NonNullable<Poster['map']>, y: number, theme: Theme): number {
  const top = write(context, label, { y, size: 12, weight: 600, colour: theme.foreground }, theme) + 4;
  const layout = layOut(groups, inner);
  context.save();
  context.translate(margin, top);
  paintMap(context, cells, layout, { y: 0, width: inner, height: layout.height }, theme);
  context.restore();
  return top + layout.height;
}

interface Ink {
  readonly x?: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly colour: string;
  readonly width?: number;
}

/** Writes a text in as many lines as it needs; returns where it ends. */
function write(context: Brush, text: string, ink: Ink, theme: Theme): number {
  const { x = margin, size, weight = 400, width = inner } = ink;
  context.font = `${weight} ${size}px ${theme.font}`;
  context.fillStyle = ink.colour;
  context.textBaseline = 'middle';
  const height = Math.round(size * 1.4);
  let y = ink.y;
  for (const line of linesOf(context, text, width)) {
    context.fillText(line, x, y + height / 2);
    y += height;
  }
  return y;
}

function linesOf(context: Brush, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
