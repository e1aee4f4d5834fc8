import type { JsonObject } from '../../base/json.ts';
import { type FieldPath, formatPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { numberOf, objectsOf, textOf } from '../validation/read.ts';
import { type WarningReview, warn } from './warn.ts';

/** Of equal ports only so many are compared with the next: each pair is a warning. */
const mostCompared = 20;

interface Declared {
  readonly port: JsonObject;
  readonly path: FieldPath;
}

/** Ports of a pod that get in each other's way. */
export function warnOfPorts(
  review: WarningReview,
  containers: readonly { readonly container: JsonObject; readonly path: FieldPath }[],
): void {
  const declared = new Map<string, Declared[]>();
  for (const { container, path } of containers) {
    objectsOf(container, 'ports').forEach((port, index) => {
      const own: Declared = { port, path: indexed(child(path, 'ports'), index) };
      if (textOf(port, 'hostIP') !== '' && numberOf(port, 'hostPort') === 0)
        warn(review, own.path, `hostIP set without hostPort: ${goStruct(port)}`);
      const socket = `${numberOf(port, 'containerPort')}/${textOf(port, 'protocol')}`;
      const others = declared.get(socket) ?? [];
      for (const other of others) warnOfPair(review, own, other);
      if (others.length < mostCompared) others.push(own);
      declared.set(socket, others);
    });
  }
}

function warnOfPair(review: WarningReview, own: Declared, other: Declared): void {
  const [port, otherPort] = [numberOf(own.port, 'hostPort'), numberOf(other.port, 'hostPort')];
  const [address, otherAddress] = [textOf(own.port, 'hostIP'), textOf(other.port, 'hostIP')];
  const say = (what: string): void => warn(review, own.path, `${what} port definition with ${formatPath(other.path)}`);
  if (address === otherAddress && port === otherPort) say('duplicate');
  else if (port === 0 || otherPort === 0) say('overlapping');
  else if (port === otherPort && (address === '') !== (otherAddress === '')) say('dangerously ambiguous');
}

function goStruct(port: JsonObject): string {
  const numbers = `HostPort:${numberOf(port, 'hostPort')} ContainerPort:${numberOf(port, 'containerPort')}`;
  return `{Name:${textOf(port, 'name')} ${numbers} Protocol:${textOf(port, 'protocol')} HostIP:${textOf(port, 'hostIP')}}`;
}
