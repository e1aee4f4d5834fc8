import type { Forecast } from '../forecast/forecast.ts';
import type { Timeline } from '../simulation/timeline.ts';

/**
 * Whether the controller manager's client limit, not the budget, sets the pace: making and deleting so many pods at `clientQps` takes
 * most of the whole duration.
 */
export function clientLimited(timeline: Timeline, forecast: Forecast): boolean {
  const { clientQps, clientBurst } = timeline.scenario.assumptions;
  const requests = forecast.actions.created + forecast.actions.replaced + forecast.actions.removed;
  if (clientQps === 0 || forecast.duration === null || requests <= 4 * clientBurst) return false;
  return ((requests - clientBurst) / clientQps) * 1000 > 0.7 * forecast.duration;
}
