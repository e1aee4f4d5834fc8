import { fnv1a32 } from '../../base/fnv.ts';
import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { World } from './world.ts';

/** A number in [0, 1) that depends on nothing but the seed, the pod and what it is for: it stays the same when other pods come and go. */
export function chance(world: World, uid: string, purpose: string): number {
  return fnv1a32(`${world.scenario.seed} ${purpose} ${uid}`) / 0x100000000;
}

/** An assumed duration as this pod has it: longer or shorter by up to the assumed share. What it is for is told by a word, and a second one or a number. */
export function vary(world: World, uid: string, millis: Millis, what: string, which: string | number | null = null): Millis {
  const share = world.scenario.assumptions.jitter;
  if (share === 0 || millis === 0) return millis;
  const purpose = which === null ? what : `${what} ${which}`;
  return Math.max(0, Math.round(millis * (1 + share * (2 * chance(world, uid, purpose) - 1))));
}
