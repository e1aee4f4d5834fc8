import { assert } from '../../base/assert.ts';
import { daemonSetTable } from '../../presentation/getDaemonSets.ts';
import { eventTable } from '../../presentation/getEvents.ts';
import { nodeTable } from '../../presentation/getNodes.ts';
import { podTable } from '../../presentation/getPods.ts';
import { columnsOfKept } from './columns.ts';
import { apiResources } from './generated/apiResources.ts';
import type { Resource } from './resource.ts';

type Treatment = Partial<Pick<Resource, 'columns' | 'fields' | 'writing' | 'store'>>;

const eventFields: readonly string[] = [
  ...['involvedObject.kind', 'involvedObject.namespace', 'involvedObject.name', 'involvedObject.uid', 'involvedObject.apiVersion'],
  ...['involvedObject.resourceVersion', 'involvedObject.fieldPath', 'reason', 'reportingComponent', 'source', 'type'],
];

const podFields: readonly string[] = [
  ...['spec.nodeName', 'spec.restartPolicy', 'spec.schedulerName', 'spec.serviceAccountName', 'spec.hostNetwork'],
  ...['status.phase', 'status.podIP', 'status.podIPs', 'status.nominatedNodeName'],
];

const idle: Treatment = { writing: 'idle' };

/** How this server treats resources, by name; what is not here is kept as it is sent. */
const treatments: Readonly<Record<string, Treatment>> = {
  daemonsets: { columns: daemonSetTable([], 0).columns, writing: 'DaemonSet' },
  nodes: { columns: nodeTable([], 0).columns, writing: 'Node', fields: ['spec.unschedulable'] },
  pods: { columns: podTable([], 0).columns, writing: 'Pod', fields: podFields },
  events: { columns: eventTable([], 0).columns, writing: 'Event', fields: eventFields },
  controllerrevisions: { writing: 'controller' },
  namespaces: { fields: ['status.phase'] },
  secrets: { fields: ['type'] },
  resourceslices: { fields: ['spec.driver', 'spec.nodeName'] },
  // what would run pods, limit them or change what clients send
  ...{
    deployments: idle,
    replicasets: { ...idle, fields: ['status.replicas'] },
    statefulsets: idle,
    jobs: { ...idle, fields: ['status.successful'] },
    cronjobs: idle,
    replicationcontrollers: { ...idle, fields: ['status.replicas'] },
    podtemplates: idle,
  },
  ...{ poddisruptionbudgets: idle, resourcequotas: idle, limitranges: idle, horizontalpodautoscalers: idle },
  ...{ customresourcedefinitions: idle, apiservices: idle },
  ...{ mutatingwebhookconfigurations: idle, validatingwebhookconfigurations: idle, mutatingadmissionpolicies: idle },
  ...{ validatingadmissionpolicies: idle, mutatingadmissionpolicybindings: idle, validatingadmissionpolicybindings: idle },
  ...{
    flowschemas: idle,
    prioritylevelconfigurations: idle,
    certificatesigningrequests: { ...idle, fields: ['spec.signerName'] },
    componentstatuses: idle,
  },
};

/** Every resource whose objects can be asked for. */
export const resources: readonly Resource[] = apiResources
  .filter(one => one.verbs.includes('get'))
  .map(one => ({
    ...one,
    ...{ columns: columnsOfKept(one.name), fields: [], writing: 'kept', store: one.name },
    ...(Object.hasOwn(treatments, one.name) ? treatments[one.name] : {}),
  }));

/** The resource of a path, or undefined. */
export function resourceNamed(group: string, version: string, name: string): Resource | undefined {
  return resources.find(one => one.name === name && one.group === group && one.version === version);
}

function coreResource(group: string, name: string): Resource {
  const found = resourceNamed(group, 'v1', name);
  assert(found !== undefined, `there is no resource ${name}`);
  return found;
}

export const nodes = coreResource('', 'nodes');
export const pods = coreResource('', 'pods');
export const events = coreResource('', 'events');
export const namespaces = coreResource('', 'namespaces');
export const daemonSets = coreResource('apps', 'daemonsets');
export const revisions = coreResource('apps', 'controllerrevisions');
export const leases = coreResource('coordination.k8s.io', 'leases');
