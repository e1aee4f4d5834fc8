import type { Connection } from 'vscode-languageserver';

/** Runs a request's work so that a failure of ours is logged and answered with `fallback`: one bad request never costs the others their server. */
export type Guard = <T>(what: string, fallback: T, work: () => T) => T;

/** The same for work that takes its time. */
export type GuardLater = <T>(what: string, fallback: T, work: () => Promise<T>) => Promise<T>;

export function createGuards(connection: Connection): { readonly guard: Guard; readonly guardLater: GuardLater } {
  const log = (what: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${what} failed: ${text}`);
  };
  return {
    guard: (what, fallback, work) => {
      try {
        return work();
      } catch (error) {
        log(what, error);
        return fallback;
      }
    },
    guardLater: async (what, fallback, work) => {
      try {
        return await work();
      } catch (error) {
        log(what, error);
        return fallback;
      }
    },
  };
}
