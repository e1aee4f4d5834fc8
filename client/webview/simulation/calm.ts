import type { Scenario } from '../../../core/simulation/scenario.ts';
import type { Rollout } from './backgroundMessages.ts';

/** The scenario of a stalled rollout with nothing but its edit; null: it does not stall, or nothing else happens in it. */
export function withoutFaults({ scenario, forecast }: Rollout): Scenario | null {
  if (forecast.outcome.kind !== 'stalled') return null;
  const edit = scenario.events.find(event => event.do === 'apply');
  if (edit === undefined || scenario.events.length === 1) return null;
  return { ...scenario, events: [edit] };
}
