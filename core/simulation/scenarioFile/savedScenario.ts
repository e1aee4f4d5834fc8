import { defaultLimits, endlessLimits, type Scenario, type ScenarioEvent } from '../scenario.ts';

/**
 * A scenario as a file can hold it: events in order of time, limits where there were none, and without the events that were refused when it ran: they do
 * nothing, and a file with them would be found wrong.
 */
export function savedScenario(scenario: Scenario, refused: ReadonlySet<ScenarioEvent>): Scenario {
  const events = scenario.events
    .map((event, place) => ({ event, place }))
    .filter(({ event }) => !refused.has(event))
    .sort((a, b) => a.event.at - b.event.at || a.place - b.place)
    .map(({ event }) => event);
  return { ...scenario, events, limits: scenario.limits.until === endlessLimits.until ? defaultLimits : scenario.limits };
}
