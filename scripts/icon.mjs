// Draws media/icon.png (256 × 256) from shapes, so that no drawing program is needed: `node scripts/icon.mjs`. The picture: nodes of a cluster in their
// states (new, starting, terminating, old, none), with one of them under the scope.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { pngChunk } from './pngChunk.mjs';

const size = 256;
const samples = 4;

const night = [21, 32, 46];
const teal = [56, 189, 170];
const amber = [240, 180, 80];
const slate = [92, 112, 134];
const white = [240, 245, 250];

/** Shapes from back to front: a colour, and whether a point of the 256 × 256 square is inside. */
const shapes = [
  { colour: night, inside: roundedBox(128, 128, 128, 128, 52) },
  ...cells(),
  { colour: white, inside: ring(163, 163, 53, 12) },
  { colour: white, inside: bar(203, 203, 226, 226, 9) },
];

fs.writeFileSync(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../media/icon.png'), png(paint()));

/** The node map: three by three cells, each in one state; what the scope is on is new and complete. */
function cells() {
  const states = ['new', 'new', 'starting', 'new', 'terminating', 'old', 'old', 'old', 'new'];
  return states.flatMap((state, i) => cell(state, 63 + (i % 3) * 52 - 4, 63 + Math.floor(i / 3) * 52 - 4));
}

function cell(state, x, y) {
  const box = roundedBox(x, y, 20, 20, 6);
  const hollow = (px, py) => box(px, py) && !roundedBox(x, y, 14, 14, 3)(px, py);
  switch (state) {
    case 'new':
      return [{ colour: teal, inside: box }];
    case 'starting':
      return [{ colour: teal, inside: (px, py) => hollow(px, py) || (box(px, py) && py > y) }];
    case 'terminating':
      return [{ colour: amber, inside: (px, py) => hollow(px, py) || (box(px, py) && (px + py) % 14 < 7) }];
    default:
      return [{ colour: slate, inside: box }];
  }
}

function roundedBox(cx, cy, halfWidth, halfHeight, radius) {
  return (x, y) => {
    const dx = Math.max(Math.abs(x - cx) - halfWidth + radius, 0);
    const dy = Math.max(Math.abs(y - cy) - halfHeight + radius, 0);
    return dx * dx + dy * dy <= radius * radius;
  };
}

function ring(cx, cy, radius, width) {
  return (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) <= width / 2;
}

function bar(x1, y1, x2, y2, radius) {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  return (x, y) => {
    const t = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
    return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1)) <= radius;
  };
}

/** RGBA bytes, each pixel the mean of its samples; transparent outside of the first shape. */
function paint() {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) pixels.set(pixel(x, y), (y * size + x) * 4);
  return pixels;
}

function pixel(x, y) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < samples * samples; i++) {
    const colour = colourAt(x + ((i % samples) + 0.5) / samples, y + (Math.floor(i / samples) + 0.5) / samples);
    if (colour === null) continue;
    covered += 1;
    for (let c = 0; c < 3; c++) sum[c] += colour[c];
  }
  return covered === 0 ? [0, 0, 0, 0] : [...sum.map(c => Math.round(c / covered)), Math.round((covered * 255) / (samples * samples))];
}

function colourAt(x, y) {
  if (!shapes[0].inside(x, y)) return null;
  return shapes.findLast(shape => shape.inside(x, y)).colour;
}

function png(pixels) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) pixels.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
