import type { Connection } from 'vscode-languageserver';

/** Runs a request's work so that a failure of ours is logged and answered with `fallback`: one bad request never costs the others their server. */
export type Guard = <T>(what: string, fallback: T, work: () => T) => T;

export function createGuard(connection: Connection): Guard {
  return (what, fallback, work) => {
    try {
      return work();
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`${what} failed: ${text}`);
      return fallback;
    }
  };
}
