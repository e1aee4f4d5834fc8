import fs from 'node:fs';
import type { JsonValue } from '../../core/base/json.ts';
import { WrongUse } from '../wrongUse.ts';

const chunkSize = 1 << 20;
const quote = 0x22;
const backslash = 0x5c;

/** Where a scan of a JSON list stands, byte by byte. */
interface Scan {
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** Bytes of the key being read, of the top level only. */
  key: number[];
  lastKey: string;
  /** Inside the array of the key `items`. */
  inItems: boolean;
  /** Pieces of the item being read; null: none is. */
  item: Buffer[] | null;
  count: number;
}

/**
 * The items of a large JSON list (`{"kind": "List", "items": […]}`), read one after the other: neither the file's text nor all of its objects are ever in
 * memory at once. Everything beside `items` is passed over.
 */
export function* jsonItems(file: string): Generator<JsonValue, void> {
  const handle = fs.openSync(file, 'r');
  const scan: Scan = { depth: 0, inString: false, escaped: false, key: [], lastKey: '', inItems: false, item: null, count: 0 };
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const size = fs.readSync(handle, chunk, 0, chunkSize, null);
      if (size === 0) break;
      yield* itemsIn(scan, chunk.subarray(0, size), file);
    }
  } finally {
    fs.closeSync(handle);
  }
  if (scan.item !== null) throw new WrongUse(`${file} ends inside item ${scan.count + 1} of its list: it was not saved to its end.`);
  if (scan.depth !== 0 || scan.inString) throw new WrongUse(`${file} ends before its list does: it was not saved to its end.`);
}

function* itemsIn(scan: Scan, chunk: Buffer, file: string): Generator<JsonValue, void> {
  let start = scan.item === null ? -1 : 0;
  for (let i = 0; i < chunk.length; i++) {
    const byte = chunk[i] ?? 0;
    if (scan.inString) {
      readString(scan, byte);
      continue;
    }
    if (byte === quote) beginString(scan);
    else if (byte === 0x7b || byte === 0x5b) {
      if (opens(scan, byte)) start = i;
    } else if (byte === 0x7d || byte === 0x5d) {
      if (!closes(scan)) continue;
      scan.item?.push(chunk.subarray(start, i + 1));
      yield parseItem(scan, file);
      start = -1;
    }
  }
  if (scan.item !== null) scan.item.push(chunk.subarray(Math.max(0, start)));
}

function beginString(scan: Scan): void {
  scan.inString = true;
  if (scan.depth === 1) scan.key = [];
}

function readString(scan: Scan, byte: number): void {
  if (scan.escaped) scan.escaped = false;
  else if (byte === backslash) scan.escaped = true;
  else if (byte === quote) {
    scan.inString = false;
    if (scan.depth === 1) scan.lastKey = Buffer.from(scan.key).toString();
  } else if (scan.depth === 1 && scan.key.length < 16) scan.key.push(byte);
}

/** Goes into an object or a list; whether an item begins. */
function opens(scan: Scan, byte: number): boolean {
  scan.depth++;
  if (scan.depth === 2 && byte === 0x5b) scan.inItems = scan.lastKey === 'items';
  if (scan.depth !== 3 || !scan.inItems || byte !== 0x7b) return false;
  scan.item = [];
  return true;
}

/** Leaves one; whether an item ends. */
function closes(scan: Scan): boolean {
  scan.depth--;
  if (scan.depth === 1) scan.inItems = false;
  return scan.depth === 2 && scan.item !== null;
}

function parseItem(scan: Scan, file: string): JsonValue {
  const text = Buffer.concat(scan.item ?? []).toString();
  scan.item = null;
  scan.count++;
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    throw new WrongUse(`${file}: item ${scan.count} of its list cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
