import type { ServerResponse } from 'node:http';
import { bookmarkLine, type Watch, watchLines } from '../../core/apiserver/reading/watch.ts';
import { guarded } from './guarded.ts';
import { limits } from './limits.ts';
import type { LiveServer } from './liveServer.ts';

/** The open watches of a server. */
export interface Watches {
  readonly count: number;
  /** Whether no more may be opened. */
  isFull(): boolean;
  /** Sends a watch's lines until its reader goes, its time is over, or it has nothing more to say. */
  open(watch: Watch, response: ServerResponse, timeoutSeconds: number): void;
  endAll(): void;
}

const longestWatch = 3600;

export function createWatches(live: LiveServer): Watches {
  const open = new Set<() => void>();
  const ends = new Set<() => void>();
  live.onChange(() => {
    for (const send of open) send();
  });
  return {
    get count() {
      return open.size;
    },
    isFull: () => open.size >= limits.watches,
    open(watch, response, timeoutSeconds) {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache, private' });
      // a client library waits for the headers before it believes in the watch
      response.flushHeaders();
      const send = (): void => {
        const fine = guarded(() => {
          const lines = watchLines(live.server, watch, live.moment());
          if (lines !== '') response.write(lines);
        });
        if (!fine || watch.ended || response.writableLength > limits.unreadBytes) end();
      };
      const end = (): void => {
        clearTimeout(timer);
        open.delete(send);
        ends.delete(end);
        response.end(bookmarkLine(live.server, watch));
      };
      const timer = setTimeout(end, Math.min(timeoutSeconds || longestWatch, longestWatch) * 1000);
      open.add(send);
      ends.add(end);
      response.on('close', end);
      send();
    },
    endAll() {
      for (const end of [...ends]) end();
    },
  };
}
