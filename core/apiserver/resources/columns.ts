import { type Column, nameColumn, numberColumn, textColumn } from '../../presentation/table.ts';

const texts = (...names: readonly string[]): readonly Column[] => names.map(name => textColumn(name));
const wide = (...names: readonly string[]): readonly Column[] => names.map(name => textColumn(name, 'wide'));
const age = textColumn('Age');
const bindings = [...texts('Role'), age, ...wide('Users', 'Groups', 'ServiceAccounts')];

/** The columns after the name of objects that are only kept (pkg/printers/internalversion). */
const columns: Readonly<Record<string, readonly Column[]>> = {
  configmaps: [...texts('Data'), age],
  secrets: [...texts('Type', 'Data'), age],
  namespaces: [...texts('Status'), age],
  services: [...texts('Type', 'Cluster-IP', 'External-IP', 'Port(s)'), age, ...wide('Selector')],
  leases: [...texts('Holder'), age],
  controllerrevisions: [...texts('Controller', 'Revision'), age],
  priorityclasses: [numberColumn('Value'), textColumn('Global-Default'), age, textColumn('PreemptionPolicy')],
  deployments: [...texts('Ready', 'Up-to-date', 'Available'), age, ...wide('Containers', 'Images', 'Selector')],
  customresourcedefinitions: texts('Created At'),
  roles: texts('Created At'),
  clusterroles: texts('Created At'),
  rolebindings: bindings,
  clusterrolebindings: bindings,
  networkpolicies: [...texts('Pod-Selector'), age],
  storageclasses: [...texts('Provisioner', 'ReclaimPolicy', 'VolumeBindingMode', 'AllowVolumeExpansion'), age],
  runtimeclasses: [...texts('Handler'), age],
  ingressclasses: [...texts('Controller', 'Parameters'), age],
};

/** All columns of a resource that is only kept; those whose printer says nothing else have their age. */
export function columnsOfKept(name: string): readonly Column[] {
  return [nameColumn(), ...((Object.hasOwn(columns, name) ? columns[name] : undefined) ?? [age])];
}
