// Makes a PNG of a screen a third as large: 256 colours are enough for a user interface. `node scripts/fewColours.mjs FILE` rewrites a picture in place.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { pngChunk } from './pngChunk.mjs';

const most = 256;
/** So many are kept as they are: areas and text. The others are the seams between these, and share what is left. */
const exact = 160;

/** A colour (RGB in 24 bits) and how many pixels have it. @typedef {readonly [colour: number, count: number]} Counted */

/**
 * The same picture with a palette.
 * @param {Buffer} png 8 bits a channel, RGB or RGBA (opaque), as browsers take screenshots; one that has a palette stays as it is
 */
export function fewColours(png) {
  const { width, height, channels, rows } = decode(png);
  if (channels === 1) return png;
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let at = 0; at < rows.length; at += channels) {
    const colour = rows.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = choose(counts);
  const nearest = new Map([...counts.keys()].map(colour => [colour, nearestOf(palette, colour)]));
  const indexed = Buffer.alloc(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel++)
    indexed[pixel + Math.floor(pixel / width) + 1] = nearest.get(rows.readUIntBE(pixel * channels, 3)) ?? 0;
  return encode(width, height, palette, indexed);
}

/** The colours that cover most, and of the others the mean of each box of a median cut. @param {ReadonlyMap<number, number>} counts */
function choose(counts) {
  /** @type {Counted[]} */
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const boxes = [byCount.slice(exact)].filter(box => box.length > 0);
  const room = Math.min(most, byCount.length) - Math.min(exact, byCount.length);
  while (boxes.length < room) {
    const sizes = boxes.map(box => spread(box).width * weight(box));
    const widest = sizes.reduce((best, size, i) => (size > (sizes[best] ?? 0) ? i : best), 0);
    const box = boxes[widest] ?? [];
    if (box.length < 2) break;
    const { channel } = spread(box);
    box.sort((a, b) => part(a[0], channel) - part(b[0], channel));
    boxes.splice(widest, 1, box.slice(0, box.length >> 1), box.slice(box.length >> 1));
  }
  return [...byCount.slice(0, exact).map(([colour]) => colour), ...boxes.map(mean)];
}

/** @param {number} colour @param {number} channel */
const part = (colour, channel) => (colour >> (16 - 8 * channel)) & 255;
/** @param {readonly Counted[]} box */
const pixelsIn = box => box.reduce((sum, [, count]) => sum + count, 0);
/** @param {readonly Counted[]} box */
const weight = box => Math.sqrt(pixelsIn(box));

/** @param {readonly Counted[]} box */
function spread(box) {
  const widths = [0, 1, 2].map(channel => {
    const values = box.map(([colour]) => part(colour, channel));
    return values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 255);
  });
  const width = Math.max(...widths);
  return { width, channel: widths.indexOf(width) };
}

/** @param {readonly Counted[]} box */
function mean(box) {
  /** @param {number} channel */
  const of = channel => Math.round(box.reduce((sum, [colour, count]) => sum + part(colour, channel) * count, 0) / pixelsIn(box));
  return (of(0) << 16) | (of(1) << 8) | of(2);
}

/** @param {readonly number[]} palette @param {number} colour */
function nearestOf(palette, colour) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((other, index) => {
    const distance = [0, 1, 2].reduce((sum, channel) => sum + (part(other, channel) - part(colour, channel)) ** 2, 0);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** Pixels without the filters of their rows (PNG specification, 9.2). @param {Buffer} png */
function decode(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [depth, type = 0, , , interlace] = png.subarray(24, 29);
  const channels = new Map([
    [2, 3],
    [3, 1],
    [6, 4],
  ]).get(type);
  if (depth !== 8 || channels === undefined || interlace !== 0) throw new Error('not a PNG as browsers take them');
  const packed = zlib.inflateSync(Buffer.concat([...chunks(png)].filter(chunk => chunk.type === 'IDAT').map(chunk => chunk.data)));
  const stride = width * channels;
  const rows = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (rows[y * stride + x - channels] ?? 0);
      const above = y === 0 ? 0 : (rows[(y - 1) * stride + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (rows[(y - 1) * stride + x - channels] ?? 0);
      rows[y * stride + x] = (packed[y * (stride + 1) + 1 + x] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return { width, height, channels, rows };
}

/** @param {Buffer} png */
function* chunks(png) {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** The filters of PNG: none, sub, up, average, Paeth. @param {number} filter @param {number} left @param {number} above @param {number} corner */
function guess(filter, left, above, corner) {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? paeth(left, above, corner) : 0;
}

/** @param {number} left @param {number} above @param {number} corner */
function paeth(left, above, corner) {
  const [toLeft, toAbove, toCorner] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
}

/** @param {number} width @param {number} height @param {readonly number[]} palette @param {Buffer} rows */
function encode(width, height, palette, rows) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('PLTE', Buffer.from(palette.flatMap(colour => [0, 1, 2].map(channel => part(colour, channel))))),
    pngChunk('IDAT', zlib.deflateSync(rows, { level: 9, memLevel: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

const [file] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url) && file !== undefined) fs.writeFileSync(file, fewColours(fs.readFileSync(file)));
