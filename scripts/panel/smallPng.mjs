// Makes a screenshot's PNG small: 256 colours, no filters, packed as tightly as deflate can. What a panel shows loses nothing that one would see.
import zlib from 'node:zlib';
import { pngChunk } from '../pngChunk.mjs';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/** @param {Buffer} png 8 bits a channel, RGB or RGBA, not interlaced: as Chromium writes it. */
export function smallPng(png) {
  const { width, height, pixels } = decode(png);
  const { palette, places } = paletteOf(pixels);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x] ?? 0) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap(channels));
  const data = zlib.deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('PLTE', colours),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, and which of them stands for each colour that occurs. @param {Uint32Array} pixels */
function paletteOf(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const palette = byCount.slice(0, mostColours).map(([colour]) => colour);
  const places = new Map([...counts.keys()].map(colour => [colour, nearest(palette, colour)]));
  return { palette, places };
}

/** @param {readonly number[]} palette @param {number} colour */
function nearest(palette, colour) {
  const wanted = channels(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  palette.forEach((candidate, place) => {
    const distance = channels(candidate).reduce((sum, value, channel) => sum + (value - (wanted[channel] ?? 0)) ** 2, 0);
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}

/** @param {number} colour */
const channels = colour => [colour >>> 16, (colour >>> 8) & 255, colour & 255];

/** @param {Buffer} png */
function decode(png) {
  const [width, height, bytes] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  if (png[24] !== 8 || ![2, 6].includes(png[25] ?? 0) || png[28] !== 0) throw new Error('This PNG is of a kind that screenshots are not.');
  const stride = width * bytes;
  const packed = zlib.inflateSync(Buffer.concat(dataOf(png)));
  const raw = Buffer.alloc(height * stride);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let i = 0; i < stride; i++) {
      const left = i < bytes ? 0 : (raw[y * stride + i - bytes] ?? 0);
      const up = y === 0 ? 0 : (raw[(y - 1) * stride + i] ?? 0);
      const corner = y === 0 || i < bytes ? 0 : (raw[(y - 1) * stride + i - bytes] ?? 0);
      raw[y * stride + i] = (packed[y * (stride + 1) + 1 + i] ?? 0) + predicted(filter, left, up, corner);
    }
    for (let x = 0; x < width; x++) pixels[y * width + x] = raw.readUIntBE(y * stride + x * bytes, 3);
  }
  return { width, height, pixels };
}

/** @param {Buffer} png */
function dataOf(png) {
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return parts;
}

/** The filters of PNG: none, sub, up, average, Paeth. @param {number} filter @param {number} left @param {number} up @param {number} corner */
function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
