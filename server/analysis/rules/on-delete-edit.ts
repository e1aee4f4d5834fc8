import { at, type JsonObject, jsonEquals } from '../../../core/base/json.ts';
import { fillDaemonSet } from '../../../core/kubernetes/defaulting/daemonSet.ts';
import { strategyPath } from './manifest.ts';
import type { Rule } from './rule.ts';

/** An edit of the template that changes no pod until someone deletes them. */
export const onDeleteEdit: Rule = {
  name: 'on-delete-edit',
  level: 'warning',
  category: 'hazard',
  check: ({ strategy, value, baseline }) => {
    if (strategy.type !== 'OnDelete' || baseline === null || sameTemplate(baseline, value)) return [];
    const message = 'This edit changes no pod: under OnDelete the old ones run on until someone deletes them (kubectl delete pods …).';
    return [{ path: [...strategyPath, 'type'], message }];
  },
};

/** With what the API server fills in on both sides: a default written out is no edit. */
function sameTemplate(a: JsonObject, b: JsonObject): boolean {
  const template = (manifest: JsonObject) => at(fillDaemonSet(manifest), 'spec', 'template') ?? null;
  return jsonEquals(template(a), template(b));
}
