import { at, jsonEquals } from '../../../core/base/json.ts';
import type { Manifest } from './manifest.ts';
import type { Rule } from './rule.ts';

/** A rolling update replaces old pods that are not available outside its budget; who mends a probe has many of them. */
export const unreadyReplacedAtOnce: Rule = {
  name: 'unready-replaced-at-once',
  level: 'hint',
  category: 'hazard',
  check: manifest => {
    const probe = changedProbe(manifest);
    if (probe === null) return [];
    const message =
      'This edit changes how pods become ready. Old pods that are not available at that moment are replaced at once, all of them, whatever maxUnavailable allows.';
    return [{ path: probe, on: 'key', message }];
  },
};

/** The first readinessProbe that was another one; of a probe that is gone the budget is no matter. */
function changedProbe({ strategy, baseline, containers }: Manifest): Manifest['podPath'] | null {
  if (baseline === null || strategy.type !== 'RollingUpdate') return null;
  for (const { path, value } of containers) {
    const before = at(baseline, ...path);
    const own = at(value, 'readinessProbe');
    const old = at(before, 'readinessProbe');
    const same = at(before, 'name') === at(value, 'name');
    if (same && old !== undefined && own !== undefined && !jsonEquals(old, own)) return [...path, 'readinessProbe'];
  }
  return null;
}
