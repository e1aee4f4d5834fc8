import { advance, inject } from '../../simulation/run.ts';
import type { ScenarioAction } from '../../simulation/scenario.ts';
import type { Clock } from '../clock.ts';
import type { ApiServer } from '../state.ts';
import { type LogEntry, storedKey } from '../stored.ts';

/** What came of an action. */
export interface Performed {
  /** Why the world refused it; null: it was done. */
  readonly refused: string | null;
  /** Every change from the action to the end of its instant, oldest first. */
  readonly changes: readonly LogEntry[];
}

/** Makes an event of the scenario happen now: it enters the log of events, so that the world can be played again. */
export function perform(server: ApiServer, action: ScenarioAction, clock: Clock): Performed {
  const { run } = server;
  const first = server.logStart + server.log.length;
  const injected = inject(run, { ...action, at: Math.max(clock.now, run.world.now + 1) });
  if (!injected.ok) return { refused: injected.problems.map(problem => problem.message).join('; '), changes: [] };
  advance(run, { until: injected.at, maxEvents: Number.MAX_SAFE_INTEGER });
  return { refused: server.refusal, changes: server.log.slice(first - server.logStart) };
}

/** The first change of one object. */
export function firstChange(changes: readonly LogEntry[], store: string, namespace: string, name: string): LogEntry | undefined {
  const key = storedKey(namespace, name);
  return changes.find(entry => {
    const object = entry.after ?? entry.before;
    return entry.store === store && object !== null && storedKey(object.namespace, object.name) === key;
  });
}
