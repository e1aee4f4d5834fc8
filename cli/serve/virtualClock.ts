import type { Clock } from '../../core/apiserver/clock.ts';
import type { WorldSpeed } from '../../core/protocol/serve.ts';

export type Speed = WorldSpeed;

/** Virtual time, driven by the wall's. */
export interface VirtualClock {
  readonly speed: Speed;
  /** The moment now. Never goes back. */
  read(): Clock;
  /** Virtual time has been spent beyond the clock: it goes on from there. */
  atLeast(now: number): void;
  setSpeed(speed: Speed): void;
}

/**
 * Starts at the virtual instant 0.
 * Invariant: at speed 1 the distance between wall and virtual time never changes, and is whole seconds: a timestamp that was answered once stays the same.
 */
export function createClock(wall: () => number, speed: Speed): VirtualClock {
  let base = { wall: wall(), now: wall() % 1000 };
  let current = speed;
  const virtual = (at: number): number => {
    const passed = Math.max(0, at - base.wall);
    return base.now + Math.floor(current === 'max' ? passed : passed * current);
  };
  return {
    get speed() {
      return current;
    },
    read() {
      const at = wall();
      return { now: virtual(at), wall: at };
    },
    atLeast(now) {
      const at = wall();
      if (virtual(at) < now) base = { wall: at, now };
    },
    setSpeed(next) {
      const at = wall();
      base = { wall: at, now: virtual(at) };
      current = next;
    },
  };
}
