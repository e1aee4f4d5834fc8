import type { ScenarioAction } from '../scenario.ts';
import type { World } from '../world/world.ts';

/** What an event of a scenario is about to do: either do it, or a sentence that says why it cannot be done. */
export type Plan = { readonly ok: true; readonly carryOut: () => void } | { readonly ok: false; readonly refused: string };

/** The action of one kind. */
export type ActionOf<Kind extends ScenarioAction['do']> = Extract<ScenarioAction, { readonly do: Kind }>;

/** Looks whether an action can be done now, and how; changes nothing yet. */
export type Planner<Kind extends ScenarioAction['do']> = (world: World, action: ActionOf<Kind>) => Plan;

export function does(carryOut: () => void): Plan {
  return { ok: true, carryOut };
}

export function refuses(refused: string): Plan {
  return { ok: false, refused };
}
