import type { Panels } from '../panel/panels.ts';
import type { Services } from '../rollout/services.ts';

/** A command of the palette. */
export interface Command {
  /** Without the prefix `daemonscope.`. */
  readonly name: string;
  /** `args` is whatever the caller passed: a menu gives a URI, a code lens `[uri, index]`, the palette nothing. */
  readonly run: (host: CommandHost, args: readonly unknown[]) => unknown;
}

/** What commands work on. */
export interface CommandHost {
  readonly services: Services;
  readonly panels: Panels;
}
