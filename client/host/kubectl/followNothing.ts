import type { FollowedRollout } from '../rollout/followRollout.ts';
import type { Services } from '../rollout/services.ts';
import type { Target } from '../rollout/target.ts';

/** For a panel that shows a served world alone: there is no manifest, and nothing to tell of one. */
export function followNothing(_services: Services, target: Target): FollowedRollout {
  return { target: () => target, message: () => null, dispose: () => undefined };
}
