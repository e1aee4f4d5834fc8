import { kubectlAge } from '../presentation/duration.ts';
import { timeText } from './clock.ts';
import { nextKeptUid } from './kept.ts';
import { leases } from './resources/resources.ts';
import { type ApiServer, objectsIn } from './state.ts';
import { put } from './store.ts';

/** The lease by which a node's kubelet shows that it lives; once a node. It is renewed at every moment while the machine is up. */
export function addLease(server: ApiServer, node: string): void {
  const namespace = 'kube-node-lease';
  if (objectsIn(server, leases.store).has(`${namespace}/${node}`)) return;
  const { world } = server.run;
  const [uid, createdAt] = [nextKeptUid(server), world.now];
  let renewedAt = createdAt;
  put(server, leases.store, {
    ...{ namespace, name: node, uid, labels: {} },
    make: version => ({
      json: clock => {
        if (world.machines.get(node)?.up !== false) renewedAt = clock.now;
        const metadata = { name: node, namespace, uid, resourceVersion: String(version), creationTimestamp: timeText(clock, createdAt) };
        const renewTime = timeText(clock, renewedAt).replace('Z', '.000000Z');
        return {
          kind: 'Lease',
          apiVersion: 'coordination.k8s.io/v1',
          metadata,
          spec: { holderIdentity: node, leaseDurationSeconds: 40, renewTime },
        };
      },
      row: clock => [node, node, kubectlAge(createdAt, clock.now)],
    }),
  });
}
