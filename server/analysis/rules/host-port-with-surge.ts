import { at } from '../../../core/base/json.ts';
import { type ContainerAt, type Manifest, objectsAt, rollingPath } from './manifest.ts';
import type { Rule } from './rule.ts';

/** With maxSurge the new pod starts beside the old one: a port of the node cannot be had twice. */
export const hostPortWithSurge: Rule = {
  name: 'host-port-with-surge',
  level: 'warning',
  category: 'hazard',
  check: manifest => {
    const taken = manifest.strategy.surges ? hostPorts(manifest)[0] : undefined;
    if (taken === undefined) return [];
    const message = `Port ${taken.port} of the node is held by the old pod, so with maxSurge the new one stays Pending and the rollout never ends: use maxUnavailable instead.`;
    return [
      {
        path: [...rollingPath, 'maxSurge'],
        message,
        related: [{ path: taken.path, message: `Port ${taken.port} of the node is asked for here.` }],
      },
    ];
  },
};

interface HostPort {
  readonly port: string;
  readonly path: ContainerAt['path'];
}

/** The ports of the node that a manifest asks for: under hostNetwork every declared one. */
export function hostPorts(manifest: Manifest): readonly HostPort[] {
  return manifest.containers.flatMap(container =>
    objectsAt(container.value, ['ports']).flatMap(port => {
      const field = manifest.hostNetwork && at(port.value, 'hostPort') === undefined ? 'containerPort' : 'hostPort';
      const number = at(port.value, field);
      if (typeof number !== 'number' || number === 0) return [];
      return [{ port: String(number), path: [...container.path, ...port.path, field] }];
    }),
  );
}
