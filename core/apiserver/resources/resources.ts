import { daemonSetTable } from '../../presentation/getDaemonSets.ts';
import { eventTable } from '../../presentation/getEvents.ts';
import { nodeTable } from '../../presentation/getNodes.ts';
import { podTable } from '../../presentation/getPods.ts';
import { type Column, nameColumn, numberColumn, textColumn } from '../../presentation/table.ts';
import { type Resource, type Subresource, statusOf } from './resource.ts';

const age = textColumn('Age');

/** A resource of the core group that is only kept, as most are. */
function kept(
  name: string,
  kind: string,
  shortNames: readonly string[],
  columns: readonly Column[],
  rest: Partial<Resource> = {},
): Resource {
  const singular = kind.toLowerCase();
  return {
    ...{ group: '', version: 'v1', name, singular, kind, namespaced: true, shortNames, categories: [], subresources: [] },
    ...{ columns: [nameColumn(), ...columns, age], fields: [], writing: 'kept', store: name, ...rest },
  };
}

const eviction: Subresource = { name: 'eviction', kind: 'Eviction', group: 'policy', version: 'v1', verbs: ['create'] };

export const nodes: Resource = {
  ...kept('nodes', 'Node', ['no'], []),
  ...{
    namespaced: false,
    columns: nodeTable([], 0).columns,
    fields: ['spec.unschedulable'],
    writing: 'Node',
    subresources: [statusOf('Node')],
  },
};

export const pods: Resource = {
  ...kept('pods', 'Pod', ['po'], []),
  ...{ categories: ['all'], columns: podTable([], 0).columns, writing: 'Pod', subresources: [eviction, statusOf('Pod')] },
  fields: [
    ...['spec.nodeName', 'spec.restartPolicy', 'spec.schedulerName', 'spec.serviceAccountName', 'spec.hostNetwork'],
    ...['status.phase', 'status.podIP', 'status.podIPs', 'status.nominatedNodeName'],
  ],
};

export const daemonSets: Resource = {
  ...kept('daemonsets', 'DaemonSet', ['ds'], []),
  ...{ group: 'apps', categories: ['all'], columns: daemonSetTable([], 0).columns, writing: 'DaemonSet' },
  subresources: [statusOf('DaemonSet', 'apps')],
};

export const revisions: Resource = kept(
  'controllerrevisions',
  'ControllerRevision',
  [],
  [textColumn('Controller'), numberColumn('Revision')],
  {
    group: 'apps',
    writing: 'never',
  },
);

const eventFields: readonly string[] = [
  ...['involvedObject.kind', 'involvedObject.namespace', 'involvedObject.name', 'involvedObject.uid', 'involvedObject.apiVersion'],
  ...['involvedObject.resourceVersion', 'involvedObject.fieldPath', 'reason', 'reportingComponent', 'source', 'type'],
];

export const events: Resource = kept('events', 'Event', ['ev'], [], {
  columns: eventTable([], 0).columns,
  fields: eventFields,
  writing: 'never',
});

const eventsOfGroup: Resource = { ...events, group: 'events.k8s.io' };

export const namespaces: Resource = kept('namespaces', 'Namespace', ['ns'], [textColumn('Status')], {
  ...{ namespaced: false, fields: ['status.phase'], subresources: [statusOf('Namespace')] },
});

const serviceColumns = ['Type', 'Cluster-IP', 'External-IP', 'Port(s)'].map(name => textColumn(name));

export const leases: Resource = kept('leases', 'Lease', [], [textColumn('Holder')], { group: 'coordination.k8s.io' });

/** Always an empty list: kubectl looks there for a kind that it does not know, before it says so. */
const definitions: Resource = {
  ...kept('customresourcedefinitions', 'CustomResourceDefinition', ['crd', 'crds'], []),
  ...{
    group: 'apiextensions.k8s.io',
    categories: ['api-extensions'],
    namespaced: false,
    columns: [nameColumn(), textColumn('Created At')],
    writing: 'never',
  },
};

/** Every resource of the server. */
export const resources: readonly Resource[] = [
  kept('configmaps', 'ConfigMap', ['cm'], [textColumn('Data')]),
  events,
  namespaces,
  nodes,
  pods,
  kept('secrets', 'Secret', [], [textColumn('Type'), textColumn('Data')], { fields: ['type'] }),
  kept('serviceaccounts', 'ServiceAccount', ['sa'], []),
  kept('services', 'Service', ['svc'], serviceColumns, {
    ...{ columns: [nameColumn(), ...serviceColumns, age, textColumn('Selector', 'wide')], categories: ['all'] },
  }),
  revisions,
  daemonSets,
  leases,
  definitions,
  eventsOfGroup,
  kept('priorityclasses', 'PriorityClass', ['pc'], [], {
    ...{ group: 'scheduling.k8s.io', namespaced: false },
    columns: [nameColumn(), numberColumn('Value'), textColumn('Global-Default'), age, textColumn('PreemptionPolicy')],
  }),
];

/** The resource of a path, or undefined. */
export function resourceNamed(group: string, version: string, name: string): Resource | undefined {
  return resources.find(one => one.name === name && one.group === group && one.version === version);
}
