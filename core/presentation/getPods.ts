import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { kubectlAge } from './duration.ts';
import { inNameOrder } from './nameOrder.ts';
import { podStatus } from './podStatus.ts';
import { type Cell, type Column, nameColumn, type Table, type TableOptions, tableText, textColumn } from './table.ts';

const columns: readonly Column[] = [
  nameColumn(),
  textColumn('Ready'),
  textColumn('Status'),
  textColumn('Restarts'),
  textColumn('Age'),
  textColumn('IP', 'wide'),
  textColumn('Node', 'wide'),
  textColumn('Nominated Node', 'wide'),
  textColumn('Readiness Gates', 'wide'),
];

/** What `kubectl get pods` prints at `now`, in order of namespace and name. */
export function getPods(pods: readonly Pod[], now: Instant, options: TableOptions = {}): string {
  return tableText(podTable(inNameOrder(pods), now), options);
}

/** The same as the API server's Table, rows in the order given (pkg/printers/internalversion, printPod). */
export function podTable(pods: readonly Pod[], now: Instant): Table {
  return { columns, rows: pods.map(pod => row(pod, now)) };
}

function row(pod: Pod, now: Instant): Cell[] {
  const status = podStatus(pod, now);
  return [
    pod.name,
    status.ready,
    status.status,
    status.restarts,
    kubectlAge(pod.createdAt, now),
    pod.podIp || '<none>',
    pod.nodeName || '<none>',
    '<none>',
    gatesText(pod),
  ];
}

/** Readiness gates met, of all. The model keeps no gate conditions: a pod that is Ready has met all of them, another one none. */
function gatesText(pod: Pod): string {
  const count = pod.spec.readinessGates.length;
  if (count === 0) return '<none>';
  return `${pod.ready?.ready === true ? count : 0}/${count}`;
}
