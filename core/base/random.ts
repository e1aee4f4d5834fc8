import { assert } from './assert.ts';

/** A seeded source of random integers (xoshiro128**). The state is plain data, so a run can be copied and resumed. */
export interface Random {
  s: [number, number, number, number];
}

/** A source whose whole sequence follows from `seed` (an integer; its low 32 bits count). */
export function createRandom(seed: number): Random {
  let x = seed >>> 0;
  const next = (): number => {
    x = (x + 0x9e3779b9) >>> 0;
    let z = x;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return { s: [next(), next(), next(), next()] };
}

/** A copy that goes its own way from here. */
export function copyRandom(random: Random): Random {
  return { s: [...random.s] };
}

/** The next integer of 32 bits, unsigned. */
export function nextUint32(random: Random): number {
  const s = random.s;
  const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
  const t = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotateLeft(s[3], 11);
  return result;
}

/** An integer in [0, bound), each equally likely. */
export function nextInt(random: Random, bound: number): number {
  assert(Number.isInteger(bound) && bound > 0 && bound <= 0x100000000, 'bound must be an integer in 1 … 2^32');
  const limit = 0x100000000 - (0x100000000 % bound);
  for (;;) {
    const value = nextUint32(random);
    if (value < limit) return value % bound;
  }
}

/** Shuffles in place (Fisher–Yates), and returns the same array. */
export function shuffle<T>(random: Random, items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = nextInt(random, i + 1);
    const a = items[i] as T;
    items[i] = items[j] as T;
    items[j] = a;
  }
  return items;
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
