import { at } from '../../../../core/base/json.ts';
import type { ValueSource } from '../valueSource.ts';
import { containerAround, listAt, textAt } from './podParts.ts';

const handlers = ['HTTPGetAction', 'TCPSocketAction', 'GRPCAction'];

/** For a probe or hook: the container's ports, by name where one is given. gRPC probes take numbers only. */
export const portNames: ValueSource = ({ type, field, path, manifest }) => {
  if (!handlers.includes(type) || field !== 'port') return [];
  return listAt(containerAround(manifest(), path), 'ports').flatMap(port => {
    const name = textAt(port, 'name');
    const number = at(port, 'containerPort');
    const digits = typeof number === 'number' ? String(number) : '';
    const named = name === '' || type === 'GRPCAction' ? [] : [{ value: name, detail: `port ${digits}`, reference: true } as const];
    return digits === ''
      ? named
      : [...named, { value: digits, detail: name === '' ? 'containerPort' : `port ${name}`, reference: true } as const];
  });
};

/** For a port: names that the container's probes speak of and no port has yet. */
export const probedPorts: ValueSource = ({ type, field, path, manifest }) => {
  if (type !== 'ContainerPort' || field !== 'name') return [];
  const container = containerAround(manifest(), path);
  const declared = listAt(container, 'ports').map(port => textAt(port, 'name'));
  const probed = ['readinessProbe', 'livenessProbe', 'startupProbe'].flatMap(probe =>
    ['httpGet', 'tcpSocket'].map(handler => textAt(at(container, probe, handler), 'port')),
  );
  const missing = [...new Set(probed)].filter(name => name !== '' && !declared.includes(name));
  return missing.map(value => ({ value, detail: 'probed, not declared', reference: true }));
};

/** For a port of the node: the container's own. */
export const samePort: ValueSource = ({ type, field, path, manifest }) => {
  const number = type === 'ContainerPort' && field === 'hostPort' ? at(manifest(), ...path.slice(0, -1), 'containerPort') : undefined;
  return typeof number === 'number' ? [{ value: String(number), detail: 'the same as containerPort', reference: true }] : [];
};
