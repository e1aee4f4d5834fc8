import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { kubectlAge } from './duration.ts';
import { labelsText, selectorText } from './labelText.ts';
import { inNameOrder } from './nameOrder.ts';
import { type Cell, type Column, nameColumn, numberColumn, type Table, type TableOptions, tableText, textColumn } from './table.ts';

const columns: readonly Column[] = [
  nameColumn(),
  numberColumn('Desired'),
  numberColumn('Current'),
  numberColumn('Ready'),
  numberColumn('Up-to-date'),
  numberColumn('Available'),
  textColumn('Node Selector'),
  textColumn('Age'),
  textColumn('Containers', 'wide'),
  textColumn('Images', 'wide'),
  textColumn('Selector', 'wide'),
];

/** What `kubectl get daemonset` prints at `now`, in order of namespace and name. */
export function getDaemonSets(daemonSets: readonly DaemonSet[], now: Instant, options: TableOptions = {}): string {
  return tableText(daemonSetTable(inNameOrder(daemonSets), now), options);
}

/** The same as the API server's Table, rows in the order given (pkg/printers/internalversion, printDaemonSet). */
export function daemonSetTable(daemonSets: readonly DaemonSet[], now: Instant): Table {
  return { columns, rows: daemonSets.map(daemonSet => row(daemonSet, now)) };
}

function row(daemonSet: DaemonSet, now: Instant): Cell[] {
  const { status, spec } = daemonSet;
  const { containers, nodeSelector } = spec.template.spec;
  return [
    daemonSet.name,
    status.desiredNumberScheduled,
    status.currentNumberScheduled,
    status.numberReady,
    status.updatedNumberScheduled,
    status.numberAvailable,
    labelsText(nodeSelector),
    kubectlAge(daemonSet.createdAt, now),
    containers.map(container => container.name).join(','),
    containers.map(container => container.image).join(','),
    selectorText(spec.selector),
  ];
}
