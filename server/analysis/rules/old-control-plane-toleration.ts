import { at, type JsonValue } from '../../../core/base/json.ts';
import { objectsAt } from './manifest.ts';
import type { Rule } from './rule.ts';

const oldTaint = 'node-role.kubernetes.io/master';
const newTaint = 'node-role.kubernetes.io/control-plane';

/** Kubernetes 1.25 took the taint `master` away: a toleration of it alone keeps a DaemonSet off the control plane. */
export const oldControlPlaneToleration: Rule = {
  name: 'old-control-plane-toleration',
  level: 'warning',
  category: 'hazard',
  check: ({ value, podPath }) => {
    const tolerations = objectsAt(value, [...podPath, 'tolerations']);
    const old = tolerations.find(one => at(one.value, 'key') === oldTaint);
    if (old === undefined || tolerations.some(one => coversControlPlane(one.value))) return [];
    const path = [...old.path, 'key'];
    const message = `The control plane carries the taint ${newTaint} since Kubernetes 1.24, and ${oldTaint} no longer since 1.25: this DaemonSet does not run there.`;
    return [{ path, message, fix: { title: `Change to ${newTaint}`, kind: 'replace' as const, path, text: newTaint } }];
  },
};

/** A toleration of everything, with or without an effect, covers it too. */
function coversControlPlane(toleration: JsonValue): boolean {
  const key = at(toleration, 'key');
  const effect = at(toleration, 'effect');
  const covers = key === newTaint || key === undefined || key === null || key === '';
  return covers && (effect === undefined || effect === null || effect === '' || effect === 'NoSchedule');
}
