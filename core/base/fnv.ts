/** FNV-1a, 32 bits, over the UTF-8 bytes of `text`, as an unsigned integer. */
export function fnv1a32(text: string, start = 0x811c9dc5): number {
  let hash = start;
  forEachByte(text, byte => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  });
  return hash >>> 0;
}

/** FNV-1a, 64 bits, kept as two 32-bit halves: quick without BigInt, and the same everywhere. */
export interface Fnv64 {
  high: number;
  low: number;
}

export function createFnv64(): Fnv64 {
  return { high: 0xcbf29ce4, low: 0x84222325 };
}

/** Adds the UTF-8 bytes of `text` to the hash. */
export function updateFnv64(hash: Fnv64, text: string): void {
  let { high, low } = hash;
  forEachByte(text, byte => {
    low = (low ^ byte) >>> 0;
    // times 0x100000001b3 = 2^40 + 0x1b3, modulo 2^64, in 16-bit limbs so that every product stays exact
    const l0 = (low & 0xffff) * 0x1b3;
    const l1 = (low >>> 16) * 0x1b3 + (l0 >>> 16);
    const carry = Math.floor(l1 / 0x10000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = (((l1 & 0xffff) << 16) | (l0 & 0xffff)) >>> 0;
  });
  hash.high = high;
  hash.low = low;
}

/** The hash as 16 hexadecimal digits. */
export function fnv64Hex(hash: Fnv64): string {
  return hash.high.toString(16).padStart(8, '0') + hash.low.toString(16).padStart(8, '0');
}

function forEachByte(text: string, take: (byte: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) take(code);
    else {
      const point = text.codePointAt(i) ?? 0;
      if (point > 0xffff) i++;
      takeUtf8(point, take);
    }
  }
}

function takeUtf8(point: number, take: (byte: number) => void): void {
  if (point < 0x800) take(0xc0 | (point >> 6));
  else {
    if (point < 0x10000) take(0xe0 | (point >> 12));
    else {
      take(0xf0 | (point >> 18));
      take(0x80 | ((point >> 12) & 0x3f));
    }
    take(0x80 | ((point >> 6) & 0x3f));
  }
  take(0x80 | (point & 0x3f));
}
