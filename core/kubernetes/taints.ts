import type { Taint } from './objects/node.ts';
import type { PodSpec, Toleration } from './objects/podTemplate.ts';

/** Whether `toleration` tolerates `taint` (component-helpers, Toleration.ToleratesTaint; its operators Lt and Gt never match: their gate is off). */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect !== '' && toleration.effect !== taint.effect) return false;
  if (toleration.key !== '' && toleration.key !== taint.key) return false;
  switch (toleration.operator) {
    case 'Exists':
      return true;
    case 'Equal':
      return toleration.value === taint.value;
    default:
      return false;
  }
}

/** The first taint that `filter` takes and no toleration tolerates, or undefined. */
export function firstUntolerated(
  taints: readonly Taint[],
  tolerations: readonly Toleration[],
  filter: (taint: Taint) => boolean,
): Taint | undefined {
  return taints.find(taint => filter(taint) && !tolerations.some(toleration => tolerates(toleration, taint)));
}

/**
 * spec.tolerations of a DaemonSet's pod: the template's, and those the controller adds (AddOrUpdateDaemonPodTolerations).
 * An added one replaces a written one of equal key, effect, operator and value, which so loses its tolerationSeconds.
 */
export function daemonPodTolerations(spec: PodSpec): readonly Toleration[] {
  const result = [...spec.tolerations];
  for (const added of automaticTolerations(spec.hostNetwork)) {
    const place = result.findIndex(written => sameToleration(written, added));
    if (place < 0) result.push(added);
    else result[place] = added;
  }
  return result;
}

/** The tolerations every DaemonSet's pod gets; one more when it uses the host's network. */
export function automaticTolerations(hostNetwork: boolean): readonly Toleration[] {
  return hostNetwork ? [...automatic, networkUnavailable] : automatic;
}

function sameToleration(a: Toleration, b: Toleration): boolean {
  return a.key === b.key && a.effect === b.effect && a.operator === b.operator && a.value === b.value;
}

const exists = (key: string, effect: string): Toleration => ({ key, operator: 'Exists', value: '', effect, tolerationSeconds: null });

const automatic: readonly Toleration[] = [
  exists('node.kubernetes.io/not-ready', 'NoExecute'),
  exists('node.kubernetes.io/unreachable', 'NoExecute'),
  exists('node.kubernetes.io/disk-pressure', 'NoSchedule'),
  exists('node.kubernetes.io/memory-pressure', 'NoSchedule'),
  exists('node.kubernetes.io/pid-pressure', 'NoSchedule'),
  exists('node.kubernetes.io/unschedulable', 'NoSchedule'),
];

const networkUnavailable = exists('node.kubernetes.io/network-unavailable', 'NoSchedule');
