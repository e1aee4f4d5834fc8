import { errorText, type Log } from './output.ts';

/**
 * Wraps what VS Code calls (an event's listener, a message's handler): whatever goes wrong inside is logged and never reaches VS Code,
 * which would show it to the user as an error of nobody's. A promise is waited for.
 */
export function guarded<Args extends readonly unknown[]>(
  log: Log,
  what: string,
  work: (...args: Args) => unknown,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await work(...args);
    } catch (error) {
      log.error(`${what}: ${errorText(error)}`);
    }
  };
}
