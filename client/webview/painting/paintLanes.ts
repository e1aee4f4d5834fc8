import { absentBit, downBit, isAbsent, isDown, stateOf } from '../../../core/forecast/nodeState.ts';
import type { Picture } from '../simulation/picture.ts';
import type { Brush } from './brush.ts';
import { type Box, hatch, paintDown } from './glyph.ts';
import type { Theme } from './theme.ts';
import { type TimeScale, xOf } from './timeAxis.ts';

/** One lane a targeted node: its states over time as coloured spans, the pod's story at a glance. */
export function paintLanes(context: Brush, picture: Picture, scale: TimeScale, area: Box, theme: Theme): void {
  const targeted = picture.nodes.flatMap((node, index) => (node.targeted ? [index] : []));
  const height = area.height / Math.max(1, targeted.length);
  targeted.forEach((node, lane) => {
    const gap = height > 16 ? 3 : 1;
    if (scale.left > 40) paintName(context, picture.nodes[node]?.name ?? '', scale.left, area.y + (lane + 0.5) * height, theme);
    paintLane(context, picture, node, scale, { ...area, y: area.y + lane * height + gap, height: height - gap }, theme);
  });
}

function paintName(context: Brush, name: string, right: number, middle: number, theme: Theme): void {
  context.font = `11px ${theme.monospace}`;
  context.textBaseline = 'middle';
  context.fillStyle = theme.dim;
  const room = right - 12;
  const most = Math.floor(room / context.measureText('m').width);
  context.fillText(name.length > most ? `…${name.slice(1 - most)}` : name, 6, middle + 1);
}

function paintLane(context: Brush, picture: Picture, node: number, scale: TimeScale, area: Box, theme: Theme): void {
  const { lanes } = picture;
  const first = lanes.offsets[node] ?? 0;
  const last = (lanes.offsets[node + 1] ?? first) - 1;
  for (let change = first; change <= last; change++) {
    const from = xOf(scale, lanes.at[change] ?? 0);
    const to = change === last ? area.x + area.width : xOf(scale, lanes.at[change + 1] ?? 0);
    if (to > from) paintSpan(context, lanes.code[change] ?? absentBit, { ...area, x: from, width: to - from }, theme);
  }
}

function paintSpan(context: Brush, code: number, box: Box, theme: Theme): void {
  if (isAbsent(code)) return;
  const state = stateOf(code);
  context.fillStyle = theme.states[state];
  context.strokeStyle = theme.states[state];
  if (state === 'terminating') hatch(context, box);
  else if (state === 'none' || state === 'notTargeted') context.fillRect(box.x, box.y + box.height / 2 - 0.5, box.width, 1);
  else if (state === 'starting') paintStarting(context, box);
  else context.fillRect(box.x, box.y, box.width, box.height);
  if (isDown(code & downBit)) paintDown(context, { x: box.x + 1, y: box.y + 2, width: box.width - 2, height: box.height - 4 }, theme);
}

/** Half as high as an available pod: it is on its way up. */
function paintStarting(context: Brush, box: Box): void {
  context.globalAlpha = 0.25;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.globalAlpha = 1;
  context.fillRect(box.x, box.y + box.height / 2, box.width, box.height / 2);
}
