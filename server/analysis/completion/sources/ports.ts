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
