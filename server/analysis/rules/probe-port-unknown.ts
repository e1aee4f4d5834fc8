import { at } from '../../../core/base/json.ts';
import { type ContainerAt, objectsAt } from './manifest.ts';
import type { Hit, Rule } from './rule.ts';

const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'];
const handlers = ['httpGet', 'tcpSocket'];

/** The server takes any port name; the kubelet then finds no such port, and the probe fails for ever. */
export const probePortUnknown: Rule = {
  name: 'probe-port-unknown',
  level: 'warning',
  category: 'hazard',
  check: ({ containers, initContainers }) => [...initContainers, ...containers].flatMap(checkContainer),
};

function checkContainer(container: ContainerAt): readonly Hit[] {
  const names = objectsAt(container.value, ['ports']).map(port => at(port.value, 'name'));
  return probes.flatMap(probe =>
    handlers.flatMap(handler => {
      const port = at(container.value, probe, handler, 'port');
      if (typeof port !== 'string' || port === '' || names.includes(port)) return [];
      const known = names.filter(name => typeof name === 'string');
      const hint = known.length > 0 ? ` Its ports are ${known.join(', ')}.` : ' It names no port.';
      return [
        {
          path: [...container.path, probe, handler, 'port'],
          message: `This container has no port named "${port}", so the probe always fails.${hint}`,
        },
      ];
    }),
  );
}
