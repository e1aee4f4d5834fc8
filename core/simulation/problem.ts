import type { JsonValue } from '../base/json.ts';

/** Why a scenario cannot run: where in the scenario, and a sentence that says how to mend it. */
export interface ScenarioProblem {
  /** The way from the scenario's root: `['events', 0, 'manifest', 'spec', 'selector']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** What stands there, when that helps. */
  readonly value: JsonValue | undefined;
  /** The key at the end of the path is at fault, not its value. */
  readonly atKey?: true;
}
