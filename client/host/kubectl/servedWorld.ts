import type { JsonValue } from '../../../core/base/json.ts';
import type { WorldStart } from '../../../core/protocol/live.ts';
import type { LoggedEvent, WorldSpeed, WorldTime } from '../../../core/protocol/serve.ts';
import type { ServedCluster } from '../platform.ts';

/** A served world as the extension host knows it: the log that its process tells, kept for the panels that attach to it. */
export interface ServedWorld {
  /** Tells it from others of this window. */
  readonly id: number;
  readonly cluster: ServedCluster;
  /** null: its process has not told yet. */
  readonly told: () => WorldNews | null;
  /** The time as it has gone on since it was told. */
  readonly time: () => WorldTime;
  /** Calls back after each change of {@link ServedWorld.told}. Returns how to stop. */
  readonly onChange: (changed: () => void) => () => void;
  /** Calls back with the words in which something was refused that a panel asked for. */
  readonly onRefused: (refused: (message: string) => void) => void;
  readonly act: (actions: readonly JsonValue[]) => void;
  readonly setSpeed: (speed: WorldSpeed) => void;
}

export interface WorldNews {
  readonly start: WorldStart;
  readonly log: readonly LoggedEvent[];
  readonly ended: 'gone' | 'tooLong' | null;
}

/** Attaches to a world that has just been started. `now`: milliseconds of any clock that only goes forward. */
export function createServedWorld(id: number, cluster: ServedCluster, now: () => number): ServedWorld {
  const listeners = new Set<() => void>();
  const refusals: ((message: string) => void)[] = [];
  const log: LoggedEvent[] = [];
  let news: WorldNews | null = null;
  let time: WorldTime = { now: 0, speed: 0 };
  let toldAt = now();
  const tell = (next: Partial<WorldNews>): void => {
    if (news === null) return;
    news = { ...news, ...next };
    for (const changed of [...listeners]) changed();
  };
  const timeIs = (told: WorldTime): void => {
    time = told;
    toldAt = now();
  };
  cluster.onMessage(message => {
    if ('time' in message) timeIs(message.time);
    if (message.kind === 'refused') for (const refused of refusals) refused(message.message);
    if (message.kind === 'world') {
      log.splice(0, log.length, ...message.log);
      news = { start: message.scenario, log, ended: null };
    }
    // Events that do not follow on what is there are of a world that was attached to again meanwhile.
    if (message.kind === 'log' && message.first === log.length) log.push(...message.events);
    tell(message.kind === 'tooLong' ? { ended: 'tooLong' } : {});
  });
  void cluster.ended.then(() => {
    timeIs({ now: timeAt(time, now() - toldAt).now, speed: 0 });
    tell({ ended: 'gone' });
  });
  cluster.say({ kind: 'attach' });
  return {
    ...{ id, cluster },
    told: () => news,
    time: () => timeAt(time, now() - toldAt),
    onChange: changed => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    onRefused: refused => refusals.push(refused),
    act: actions => cluster.say({ kind: 'act', actions }),
    setSpeed: speed => cluster.say({ kind: 'speed', speed }),
  };
}

/** The time after so many milliseconds of the wall. At `max` it stands until it is told again: nobody knows what comes next. */
function timeAt(time: WorldTime, passed: number): WorldTime {
  return time.speed === 'max' ? time : { now: Math.round(time.now + Math.max(0, passed) * time.speed), speed: time.speed };
}
