import { compareOrdinal } from '../base/compare.ts';
import type { Instant, Labels } from '../kubernetes/objects/meta.ts';
import { type Node, roleOf } from '../kubernetes/objects/node.ts';
import { kubectlAge } from './duration.ts';
import { inNameOrder } from './nameOrder.ts';
import { type Cell, type Column, nameColumn, type Table, type TableOptions, tableText, textColumn } from './table.ts';

const columns: readonly Column[] = [
  nameColumn(),
  textColumn('Status'),
  textColumn('Roles'),
  textColumn('Age'),
  textColumn('Version'),
  textColumn('Internal-IP', 'wide'),
  textColumn('External-IP', 'wide'),
  textColumn('OS-Image', 'wide'),
  textColumn('Kernel-Version', 'wide'),
  textColumn('Container-Runtime', 'wide'),
];

/** What `kubectl get nodes` prints at `now`, in order of name. */
export function getNodes(nodes: readonly Node[], now: Instant, options: TableOptions = {}): string {
  return tableText(nodeTable(inNameOrder(nodes), now), options);
}

/** The same as the API server's Table, rows in the order given (pkg/printers/internalversion, printNode). */
export function nodeTable(nodes: readonly Node[], now: Instant): Table {
  return { columns, rows: nodes.map(node => row(node, now)) };
}

/** STATUS: the Ready condition, and whether the node is cordoned. */
export function nodeStatusText(node: Node): string {
  const ready = node.conditions.find(condition => condition.type === 'Ready');
  const status = ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
  return node.unschedulable ? `${status},SchedulingDisabled` : status;
}

/** ROLES: node-role.kubernetes.io/* and the older kubernetes.io/role. */
export function nodeRolesText(labels: Labels): string {
  const older = Object.hasOwn(labels, 'kubernetes.io/role') ? (labels['kubernetes.io/role'] ?? '') : '';
  const roles = new Set(roleOf(labels));
  if (older !== '') roles.add(older);
  return roles.size === 0 ? '<none>' : [...roles].sort(compareOrdinal).join(',');
}

function row(node: Node, now: Instant): Cell[] {
  const { info } = node;
  return [
    node.name,
    nodeStatusText(node),
    nodeRolesText(node.labels),
    kubectlAge(node.createdAt, now),
    info.kubeletVersion,
    info.internalIp || '<none>',
    info.externalIp || '<none>',
    info.osImage || '<unknown>',
    kernelText(node),
    info.containerRuntime || '<unknown>',
  ];
}

/** The kernel and the processor architecture, which the kubelet also writes as a label. */
function kernelText(node: Node): string {
  const { kernelVersion } = node.info;
  if (kernelVersion === '') return '<unknown>';
  const label = 'kubernetes.io/arch';
  const architecture = Object.hasOwn(node.labels, label) ? (node.labels[label] ?? '') : '';
  return architecture === '' ? kernelVersion : `${kernelVersion} (${architecture})`;
}
