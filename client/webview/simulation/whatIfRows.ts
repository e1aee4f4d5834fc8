import type { JsonObject } from '../../../core/base/json.ts';
import { forecast } from '../../../core/forecast/forecast.ts';
import { usualStrategies, withStrategy } from '../../../core/forecast/variants.ts';
import { isOpen, type WhatIf, whatIfScenario, whatIfs } from '../../../core/forecast/whatIf.ts';
import { strategyName } from '../../../core/presentation/whatIfText.ts';
import type { Scenario } from '../../../core/simulation/scenario.ts';
import type { Rollout } from './backgroundMessages.ts';
import { runInSlices } from './slices.ts';
import type { Work } from './work.ts';

/** The table so far, and whether rows are still to come. */
export type TellRows = (rows: readonly WhatIf[], pending: boolean) => void;

/** Simulates one strategy after the other on the same scenario, each in slices, and tells the table after each. `done` comes after the last. */
export function fillRows(rollout: Rollout, work: Work, tell: TellRows, done: () => void): void {
  const rows = rowsFor(rollout);
  const open = rows.flatMap((row, index) => (isOpen(row) ? [index] : []));
  tell(rows, open.length > 0);
  const fillNext = (table: readonly WhatIf[], place: number): void => {
    const index = open[place];
    const row = index === undefined ? undefined : table[index];
    if (index === undefined || row === undefined) done();
    else
      fillRow(rollout, row, work, filled => {
        const next = table.with(index, filled);
        tell(next, place + 1 < open.length);
        work.later(() => fillNext(next, place + 1));
      });
  };
  work.later(() => fillNext(rows, 0));
}

/** A row whose scenario cannot run stays empty. */
function fillRow({ scenario, daemonSet }: Rollout, row: WhatIf, work: Work, filled: (row: WhatIf) => void): void {
  runInSlices(
    whatIfScenario(scenario, row),
    { ...work, wantsEvents: false },
    {
      refused: () => filled(row),
      done: found => filled({ ...row, forecast: forecast(found, daemonSet) }),
    },
  );
}

/**
 * The scenario of one row, by what the row is called, also where a row is left out because on so few nodes it does the same as another; null: there is
 * no such row, or it would not work.
 */
export function scenarioOfRow(rollout: Rollout, strategy: string): Scenario | null {
  const rows = rowsFor(rollout);
  const row = rows.find(each => strategyName(each.strategy) === strategy);
  if (row !== undefined) return row.obstacle === null ? whatIfScenario(rollout.scenario, row) : null;
  const usual = usualStrategies.find(each => strategyName(each) === strategy);
  return usual === undefined || rows.length === 0 ? null : withStrategy(rollout.scenario, usual);
}

function rowsFor(rollout: Rollout): readonly WhatIf[] {
  const manifest = manifestOf(rollout);
  return manifest === null || !strategyMatters(rollout) ? [] : whatIfs(manifest, rollout.forecast.targeted, rollout.forecast);
}

function manifestOf({ scenario }: Rollout): JsonObject | null {
  const applied = scenario.events.findLast(event => event.do === 'apply');
  return applied?.manifest ?? scenario.baseline;
}

/** A first apply starts all pods at once, and where the pods do not differ nothing moves: under any strategy. */
function strategyMatters({ edit }: Rollout): boolean {
  return edit.kind === 'template' || edit.kind === 'placement';
}
