import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** Without a readiness probe (or minReadySeconds) nothing holds a rollout up: a broken image goes to every node. */
export const noReadinessProbe: Rule = {
  name: 'no-readiness-probe',
  level: 'hint',
  category: 'hazard',
  check: ({ containers, podPath, strategy, value }) => {
    const waits = Number(at(value, 'spec', 'minReadySeconds') ?? 0) > 0;
    const probed = containers.some(container => at(container.value, 'readinessProbe') !== undefined);
    if (containers.length === 0 || probed || waits || strategy.type !== 'RollingUpdate') return [];
    const message =
      'No container has a readinessProbe: each new pod counts as available as soon as it runs, so a rollout does not stop at one that does not work.';
    return [{ path: [...podPath, 'containers'], on: 'key', message }];
  },
};
