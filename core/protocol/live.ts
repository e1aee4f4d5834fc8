import type { Scenario } from '../simulation/scenario.ts';
import type { LoggedEvent, WorldTime } from './serve.ts';

/** How a served world began, without events. */
export type WorldStart = Scenario;

/** What a panel is told of a served world that it is attached to: always enough to go on from what it was told before. It plays the log by itself. */
export interface LiveUpdate {
  /** Tells one world from another. */
  readonly world: number;
  /** null: as the panel was told before. */
  readonly start: WorldStart | null;
  /** The place in the log of the first of {@link LiveUpdate.events}. */
  readonly first: number;
  readonly events: readonly LoggedEvent[];
  readonly time: WorldTime;
  /** Why no more comes: the process has ended, or the log has grown too long; null: it goes on. */
  readonly ended: 'gone' | 'tooLong' | null;
  /** The DaemonSet to show until someone changes another; null: any. */
  readonly daemonSet: { readonly namespace: string; readonly name: string } | null;
}
