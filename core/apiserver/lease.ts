import { keep, nextKeptUid } from './kept.ts';
import { leases } from './resources/resources.ts';
import { type ApiServer, objectsIn } from './state.ts';

/** The lease by which a node's kubelet shows that it lives; once a node. */
export function addLease(server: ApiServer, node: string): void {
  const namespace = 'kube-node-lease';
  if (objectsIn(server, leases.store).has(`${namespace}/${node}`)) return;
  const spec = { holderIdentity: node, leaseDurationSeconds: 40 };
  keep(server, leases, { metadata: { name: node, namespace }, spec }, nextKeptUid(server), server.run.world.now);
}
