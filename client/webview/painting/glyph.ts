import type { NodeState } from '../../../core/forecast/nodeState.ts';
import type { Brush } from './brush.ts';
import type { Theme } from './theme.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Cells smaller than this show colour and fill only: lines would be mush. */
const smallest = 9;

/**
 * Paints a state into a box, by shape as well as colour: solid updated and old, half-filled starting, hatched terminating,
 * crossed failed, hollow none, a dot where the node is not targeted. `colour`: another one than the state's.
 */
export function paintState(context: Brush, state: NodeState, box: Box, theme: Theme, colour: string = theme.states[state]): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  shapes[state](context, box, theme);
}

const shapes: Readonly<Record<NodeState, (context: Brush, box: Box, theme: Theme) => void>> = {
  updated: fill,
  old: fill,
  starting: half,
  terminating: hatch,
  failed: cross,
  none: outline,
  notTargeted: dot,
};

/** A dashed frame around the cell of a node that is not Ready. */
export function paintDown(context: Brush, box: Box, theme: Theme): void {
  const outside = box.width < smallest ? 0.5 : 2;
  context.strokeStyle = theme.failed;
  context.lineWidth = 1.5;
  context.setLineDash([3, 2]);
  context.strokeRect(box.x - outside, box.y - outside, box.width + 2 * outside, box.height + 2 * outside);
  context.setLineDash([]);
}

/** A hatched area, as wide as a lane's span or as small as a cell. */
export function hatch(context: Brush, box: Box): void {
  if (box.width < smallest) hatchSmall(context, box);
  else hatchWide(context, box);
}

/** One stroke across a pale square: thousands of these are painted a frame. */
function hatchSmall(context: Brush, box: Box): void {
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.4;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.globalAlpha = alpha;
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(box.x, box.y + box.height);
  context.lineTo(box.x + box.width, box.y);
  context.stroke();
}

function hatchWide(context: Brush, box: Box): void {
  const step = 5;
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.globalAlpha *= 0.28;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.globalAlpha /= 0.28;
  context.lineWidth = 2;
  context.beginPath();
  for (let x = Math.floor((box.x - box.height) / step) * step; x < box.x + box.width; x += step) {
    context.moveTo(x, box.y + box.height);
    context.lineTo(x + box.height, box.y);
  }
  context.stroke();
  context.restore();
  outline(context, box);
}

function fill(context: Brush, box: Box): void {
  if (box.width < smallest) {
    context.fillRect(box.x, box.y, box.width, box.height);
    return;
  }
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius(box));
  context.fill();
}

function half(context: Brush, box: Box): void {
  context.fillRect(box.x, box.y + box.height / 2, box.width, box.height / 2);
  outline(context, box);
}

function outline(context: Brush, box: Box): void {
  const small = box.width < smallest;
  context.lineWidth = small ? 1 : 1.5;
  const edge = context.lineWidth / 2;
  if (small) {
    context.strokeRect(box.x + edge, box.y + edge, box.width - 1, box.height - 1);
    return;
  }
  context.beginPath();
  context.roundRect(box.x + edge, box.y + edge, Math.max(0, box.width - 2 * edge), Math.max(0, box.height - 2 * edge), radius(box));
  context.stroke();
}

function cross(context: Brush, box: Box, theme: Theme): void {
  fill(context, box);
  const inset = Math.min(box.width, box.height) * 0.28;
  const middle = box.x + Math.min(box.width / 2, box.height);
  const arm = Math.min(box.width, box.height) / 2 - inset;
  context.strokeStyle = theme.background;
  context.lineWidth = box.width < smallest ? 1 : 1.75;
  context.beginPath();
  context.moveTo(middle - arm, box.y + box.height / 2 - arm);
  context.lineTo(middle + arm, box.y + box.height / 2 + arm);
  context.moveTo(middle + arm, box.y + box.height / 2 - arm);
  context.lineTo(middle - arm, box.y + box.height / 2 + arm);
  context.stroke();
}

function dot(context: Brush, box: Box): void {
  context.globalAlpha *= 0.7;
  context.beginPath();
  context.arc(box.x + box.width / 2, box.y + box.height / 2, Math.max(0.8, Math.min(box.width, box.height) / 10), 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha /= 0.7;
}

function radius(box: Box): number {
  return Math.min(3, Math.min(box.width, box.height) / 5);
}
