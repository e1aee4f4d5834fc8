import type { Clock } from '../../core/apiserver/clock.ts';
import { type Handled, handle } from '../../core/apiserver/handle.ts';
import type { ApiRequest } from '../../core/apiserver/request.ts';
import { advanceTo, nextDue } from '../../core/apiserver/server.ts';
import type { ApiServer } from '../../core/apiserver/state.ts';
import { guarded } from './guarded.ts';
import type { Speed, VirtualClock } from './virtualClock.ts';

/** A server whose world lives: it goes on by itself, and tells when something may have changed. */
export interface LiveServer {
  readonly server: ApiServer;
  /** The moment now, with the world advanced to it. */
  moment(): Clock;
  answer(request: ApiRequest): Handled;
  /** `told` is called after each advance and each request. */
  onChange(told: () => void): void;
  setSpeed(speed: Speed): void;
  /** Lets the world catch up with a clock that has been moved, and tells of it. */
  catchUp(): void;
  stop(): void;
}

const longestSleep = 60_000;
/** At `max` the world leaps from one event to the next, so many ms of wall time apart: watches get to see what lies between. */
const leapMs = 2;

export function goLive(server: ApiServer, clock: VirtualClock): LiveServer {
  const listeners: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    for (const told of listeners) told();
  };
  const moment = (): Clock => {
    const read = clock.read();
    advanceTo(server, read.now);
    return { ...read, now: Math.max(read.now, server.run.world.now) };
  };
  const wake = (): void => {
    const due = nextDue(server);
    if (clock.speed === 'max' && due !== null) clock.atLeast(due);
    if (!guarded(moment)) return;
    tell();
    plan();
  };
  const plan = (): void => {
    clearTimeout(timer);
    const delay = delayUntil(nextDue(server), clock);
    if (delay !== null) timer = setTimeout(wake, Math.min(delay, longestSleep));
  };
  plan();
  return {
    server,
    moment,
    answer(request) {
      const answered = handle(server, request, moment());
      clock.atLeast(server.run.world.now);
      tell();
      plan();
      return answered;
    },
    catchUp() {
      moment();
      tell();
      plan();
    },
    onChange: told => listeners.push(told),
    setSpeed(speed) {
      clock.setSpeed(speed);
      plan();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Wall milliseconds until the world does something; null: it never does, or time stands. */
function delayUntil(due: number | null, clock: VirtualClock): number | null {
  if (due === null || clock.speed === 0) return null;
  if (clock.speed === 'max') return leapMs;
  return Math.max(1, Math.ceil((due - clock.read().now) / clock.speed));
}
