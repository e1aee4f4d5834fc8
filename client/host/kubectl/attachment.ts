import type { LiveUpdate } from '../../../core/protocol/live.ts';
import type { ServedWorld } from './servedWorld.ts';

/** A page that shows a served world. */
export interface Attachment {
  readonly world: ServedWorld;
  /** Tells the page what it does not know yet. */
  readonly send: () => void;
  /** The page is a new one and knows nothing. */
  readonly beginAnew: () => void;
  readonly dispose: () => void;
}

/** Where updates go; a page that cannot be seen is told nothing, and all at once when it can. */
export interface Page {
  readonly post: (update: LiveUpdate) => void;
  readonly listens: () => boolean;
}

/** Invariant: a page gets each event once, in order, and the beginning before all of them. */
export function attach(world: ServedWorld, daemonSet: LiveUpdate['daemonSet'], page: Page): Attachment {
  let sent: number | null = null;
  const send = (): void => {
    const news = world.told();
    if (news === null || !page.listens()) return;
    const first = sent ?? 0;
    const start = sent === null ? news.start : null;
    sent = news.log.length;
    page.post({ world: world.id, start, first, events: news.log.slice(first), time: world.time(), ended: news.ended, daemonSet });
  };
  const beginAnew = (): void => {
    sent = null;
    send();
  };
  return { world, send, beginAnew, dispose: world.onChange(send) };
}
