import type { Clock } from '../../core/apiserver/clock.ts';
import { type Handled, handle } from '../../core/apiserver/handle.ts';
import type { ApiRequest } from '../../core/apiserver/request.ts';
import { advanceTo, nextDue } from '../../core/apiserver/server.ts';
import type { ApiServer } from '../../core/apiserver/state.ts';
import { perform } from '../../core/apiserver/writing/perform.ts';
import type { Author, LoggedEvent, WorldTime } from '../../core/protocol/serve.ts';
import { inject } from '../../core/simulation/run.ts';
import type { ScenarioAction, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { guarded } from './guarded.ts';
import type { Speed, VirtualClock } from './virtualClock.ts';

/** A server whose world lives: it goes on by itself, and tells when something may have changed. */
export interface LiveServer {
  readonly server: ApiServer;
  /** The moment now, with the world advanced to it. */
  moment(): Clock;
  /** `by`: who asks; without it, who the request says. */
  answer(request: ApiRequest, by?: Author): Handled;
  /** Lets an event of the scenario happen now. Returns why the world refused it; null: it is done. */
  perform(action: ScenarioAction, by: Author): string | null;
  /** Lets an event happen so much later, in virtual ms. */
  schedule(event: ScenarioEvent, by: Author): void;
  /** The events from place `first` on, those that are still to come included. */
  log(first: number): readonly LoggedEvent[];
  time(): WorldTime;
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

/**
 * Lets the world of a server live by a clock.
 * Invariant: an event is never without its author: whoever lets the world log events names him before anyone is told.
 */
export function goLive(server: ApiServer, clock: VirtualClock): LiveServer {
  const listeners: (() => void)[] = [];
  const { events } = server.run;
  const authors: Author[] = events.map(() => ({ kind: 'scenario' }));
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
  const write = <T>(by: Author, work: (now: Clock) => T): T => {
    const done = work(moment());
    while (authors.length < events.length) authors.push(by);
    clock.atLeast(server.run.world.now);
    tell();
    plan();
    return done;
  };
  plan();
  return {
    server,
    moment,
    answer: (request, by = { kind: 'client', name: request.userAgent }) => write(by, now => handle(server, request, now)),
    perform: (action, by) => write(by, now => perform(server, action, now).refused),
    schedule: (event, by) => write(by, now => void inject(server.run, { ...event, at: now.now + event.at })),
    log: first => events.slice(first).map((event, place) => ({ event, by: authors[first + place] ?? { kind: 'scenario' } })),
    time: () => ({ now: clock.read().now, speed: clock.speed }),
    catchUp() {
      moment();
      tell();
      plan();
    },
    onChange: told => listeners.push(told),
    setSpeed(speed) {
      clock.setSpeed(speed);
      tell();
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
