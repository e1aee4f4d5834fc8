import type { JsonObject } from '../base/json.ts';
import { podsOf } from '../simulation/world/world.ts';
import { keep, nextKeptUid } from './kept.ts';
import { resources } from './resources/resources.ts';
import { type ApiServer, objectsIn } from './state.ts';

const systemNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'] as const;

/** What every cluster has from the start: its namespaces with their account and certificate, the priority classes. */
export function addFirstObjects(server: ApiServer): void {
  const { world } = server.run;
  const used = [...world.daemonSets.values(), ...podsOf(world)].map(one => one.namespace);
  for (const namespace of new Set([...systemNamespaces, ...used])) addNamespace(server, namespace);
  for (const [name, value] of priorityClasses)
    add(server, 'priorityclasses', { metadata: { name }, value, preemptionPolicy: 'PreemptLowerPriority' });
  add(server, 'services', {
    metadata: { name: 'kubernetes', namespace: 'default', labels: { component: 'apiserver', provider: 'kubernetes' } },
    spec: { type: 'ClusterIP', clusterIP: '10.96.0.1', ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }] },
  });
}

const priorityClasses: readonly (readonly [string, number])[] = [
  ['system-cluster-critical', 2_000_000_000],
  ['system-node-critical', 2_000_001_000],
];

/** A namespace, and what the controllers of a cluster put into each. */
export function addNamespace(server: ApiServer, name: string): void {
  const labels = { 'kubernetes.io/metadata.name': name };
  if (!objectsIn(server, 'namespaces').has(name))
    add(server, 'namespaces', { metadata: { name, labels }, spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } });
  fillNamespace(server, name);
}

/** The account and the certificate that controllers put into a namespace. */
export function fillNamespace(server: ApiServer, namespace: string): void {
  if (!objectsIn(server, 'serviceaccounts').has(`${namespace}/default`))
    add(server, 'serviceaccounts', { metadata: { name: 'default', namespace } });
  if (!objectsIn(server, 'configmaps').has(`${namespace}/kube-root-ca.crt`))
    add(server, 'configmaps', { metadata: { name: 'kube-root-ca.crt', namespace }, data: { 'ca.crt': '' } });
}

function add(server: ApiServer, name: string, object: JsonObject): void {
  const resource = resources.find(one => one.name === name);
  if (resource !== undefined) keep(server, resource, object, nextKeptUid(server), earlier);
}

/** Five days before the scenario's zero. */
const earlier = -5 * 24 * 3600 * 1000;
