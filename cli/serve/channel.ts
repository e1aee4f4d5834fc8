import { fromHost, type HostToServe, mostLogged, type ServeToHost } from '../../core/protocol/serve.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { guarded } from './guarded.ts';
import type { LiveServer } from './liveServer.ts';
import { actFromPanel } from './panelActions.ts';

/** The end of a channel to whoever started this process. */
export interface Host {
  readonly send: (message: ServeToHost) => void;
  readonly onMessage: (told: (message: unknown) => void) => void;
}

/** News wait so long for others, in ms of wall time: a client that writes a thousand times a second does not make a thousand messages. */
const together = 30;
/** So often the time is told while it runs, in ms: the panel goes on by itself in between. At `max` nobody could. */
const timeEvery = 1000;
const timeEveryAtMax = 100;

/** Tells the host of the world as soon as it wants to know, and does what it asks for. Returns how to stop. */
export function openChannel(host: Host, live: LiveServer, scenario: Scenario): () => void {
  const attached = createTelling(host, live, scenario);
  host.onMessage(raw => {
    const message = fromHost(raw);
    if (message !== null) guarded(() => take(message, host, live, attached));
  });
  return attached.stop;
}

function take(message: HostToServe, host: Host, live: LiveServer, telling: Telling): void {
  if (message.kind === 'attach') telling.begin();
  else if (message.kind === 'speed') live.setSpeed(message.speed);
  else for (const refused of actFromPanel(live, message.actions)) host.send({ kind: 'refused', message: refused });
}

interface Telling {
  readonly begin: () => void;
  readonly stop: () => void;
}

/** Sends the log as it grows, and the time as it runs. Invariant: each event is sent once, in order, until there are too many. */
function createTelling({ send }: Host, live: LiveServer, scenario: Scenario): Telling {
  let sent: number | null = null;
  let speed = live.time().speed;
  let news: NodeJS.Timeout | undefined;
  let clock: NodeJS.Timeout | undefined;
  const tellNews = (): void => {
    news = undefined;
    if (sent === null) return;
    const events = live.log(sent);
    if (events.length > 0) send({ kind: 'log', first: sent, events, time: live.time() });
    else if (live.time().speed !== speed) send({ kind: 'time', time: live.time() });
    speed = live.time().speed;
    sent += events.length;
    if (sent < mostLogged) return;
    send({ kind: 'tooLong', events: sent });
    stop();
  };
  const tellTime = (): void => {
    const time = live.time();
    if (time.speed !== 0) send({ kind: 'time', time });
    clock = setTimeout(tellTime, time.speed === 'max' ? timeEveryAtMax : timeEvery);
  };
  const stop = (): void => {
    sent = null;
    clearTimeout(news);
    clearTimeout(clock);
  };
  live.onChange(() => {
    if (sent !== null) news ??= setTimeout(tellNews, together);
  });
  return {
    begin: () => {
      stop();
      const log = live.log(0);
      sent = log.length;
      speed = live.time().speed;
      send({ kind: 'world', scenario: { ...scenario, events: [] }, log, time: live.time() });
      clock = setTimeout(tellTime, timeEvery);
    },
    stop,
  };
}
